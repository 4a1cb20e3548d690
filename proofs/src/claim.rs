//! The claims as they stand in `claims/`, and what each says about a deed.
//! One of them, `content.cedar`, must name every deed: a new one cannot be forgotten.

use std::collections::BTreeSet;
use std::path::Path;

use cedar_policy::{ActionConstraint, ParseErrors, PolicySet, Schema};

/// Something that must hold for everybody and everything: what it allows is the most that may be allowed.
pub struct Claim {
    /// The name of its file, without the ending.
    pub name: String,
    /// Its first lines: what is claimed, in plain words.
    pub says: String,
    /// What may be allowed at most.
    pub at_most: PolicySet,
}

/// Why the claims could not be read, or do not speak of everything.
#[derive(Debug, thiserror::Error)]
pub enum ClaimFault {
    #[error("could not read the claims in {folder}")]
    Folder { folder: String, source: std::io::Error },
    #[error("{file} does not parse: {why}")]
    Parse { file: String, why: ParseErrors },
    #[error("{file} does not begin with what it claims, as a comment")]
    SaysNothing { file: String },
    #[error("{deed} is nowhere in content.cedar: say whether it shows or changes a dossier, or does not")]
    Deed { deed: String },
    #[error("{deed} shows or changes a dossier and does not, says content.cedar: choose")]
    Both { deed: String },
}

/// The claims in a folder, by name.
///
/// # Errors
/// [`ClaimFault`], with the file.
pub fn claims(folder: &Path) -> Result<Vec<Claim>, ClaimFault> {
    let unreadable = |source| ClaimFault::Folder { folder: folder.display().to_string(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|end| end == "cedar") {
            files.push(path);
        }
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).map_err(unreadable)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Claim::read(&name, &text)
        })
        .collect()
}

impl Claim {
    /// A claim from the text of its file.
    ///
    /// # Errors
    /// [`ClaimFault::Parse`] and [`ClaimFault::SaysNothing`].
    pub fn read(name: &str, text: &str) -> Result<Self, ClaimFault> {
        let file = format!("{name}.cedar");
        let at_most = text.parse().map_err(|why| ClaimFault::Parse { file: file.clone(), why })?;
        let first = text.lines().map_while(|line| line.strip_prefix("//")).map(str::trim);
        let says = first.collect::<Vec<_>>().join(" ");
        if says.is_empty() {
            return Err(ClaimFault::SaysNothing { file });
        }
        Ok(Self { name: name.to_owned(), says, at_most })
    }

    /// Whether each deed of the schema is named: on one or more grounds as one that shows or changes a dossier, or under
    /// `no-content`. A deed that nobody spoke about is how a proof goes stale without a sound.
    ///
    /// # Errors
    /// [`ClaimFault::Deed`] and [`ClaimFault::Both`], with the first that is not.
    pub fn names_each_deed_of(&self, schema: &Schema) -> Result<(), ClaimFault> {
        let (mut content, mut none) = (BTreeSet::new(), BTreeSet::new());
        for policy in self.at_most.policies() {
            let side = if policy.annotation("id") == Some("no-content") { &mut none } else { &mut content };
            let named = match policy.action_constraint() {
                ActionConstraint::Any => Vec::new(),
                ActionConstraint::Eq(one) => vec![one],
                ActionConstraint::In(many) => many,
            };
            side.extend(named.iter().map(ToString::to_string));
        }
        if let Some(deed) = content.intersection(&none).next() {
            return Err(ClaimFault::Both { deed: deed.clone() });
        }
        let mut deeds = schema.actions().map(ToString::to_string);
        match deeds.find(|deed| !content.contains(deed) && !none.contains(deed)) {
            Some(deed) => Err(ClaimFault::Deed { deed }),
            None => Ok(()),
        }
    }
}
