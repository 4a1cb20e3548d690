//! How large a world is: three numbers, as they are typed and as they mark the folder of a world that was made.
//! Every size is of the same shape, so that only the surroundings of what is measured differ.

use std::fmt;
use std::str::FromStr;

/// Grows when a world of the same size would be made otherwise: one that is kept is then made again.
const SHAPE: u32 = 1;

/// "10000/200000/500000".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    pub dossiers: u32,
    pub entries: u64,
    pub records: u64,
}

impl Size {
    /// What stands in the folder of a finished world of this size.
    pub fn mark(&self) -> String {
        format!("{self} shape {SHAPE}\n")
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.dossiers, self.entries, self.records)
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text}: a size is DOSSIERS/ENTRIES/RECORDS, such as 10000/200000/500000");
        let mut numbers = text.split('/').map(|number| number.parse::<u64>().map_err(|_| wrong()));
        let mut next = || numbers.next().unwrap_or_else(|| Err(wrong()));
        let size = Self {
            dossiers: u32::try_from(next()?).map_err(|_| wrong())?,
            entries: next()?,
            records: next()?,
        };
        if numbers.next().is_some() { Err(wrong()) } else { Ok(size) }
    }
}
