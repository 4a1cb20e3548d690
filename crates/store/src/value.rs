//! What goes into and comes out of a statement, the same on both engines.

use uuid::Uuid;

use crate::error::Error;

/// One parameter or one column.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Value {
    Null,
    Int(i64),
    Bool(bool),
    Text(String),
    Bytes(Vec<u8>),
    Id(Uuid),
}

macro_rules! into_value {
    ($($from:ty => |$x:ident| $to:expr;)+) => {$(
        impl From<$from> for Value { fn from($x: $from) -> Self { $to } }
    )+};
}

into_value! {
    i64 => |x| Value::Int(x);
    bool => |x| Value::Bool(x);
    &str => |x| Value::Text(x.to_owned());
    String => |x| Value::Text(x);
    &String => |x| Value::Text(x.clone());
    Vec<u8> => |x| Value::Bytes(x);
    &[u8] => |x| Value::Bytes(x.to_vec());
    [u8; 32] => |x| Value::Bytes(x.to_vec());
    Uuid => |x| Value::Id(x);
    domain::BreachId => |x| Value::Id(x.uuid());
    domain::EmergencyId => |x| Value::Id(x.uuid());
    domain::EmergencyRequestId => |x| Value::Id(x.uuid());
    domain::WithholdId => |x| Value::Id(x.uuid());
    domain::PersonId => |x| Value::Id(x.uuid());
    domain::AccountId => |x| Value::Id(x.uuid());
    domain::StaffId => |x| Value::Id(x.uuid());
    domain::ControllerId => |x| Value::Id(x.uuid());
    domain::TaskId => |x| Value::Id(x.uuid());
    domain::TeamId => |x| Value::Id(x.uuid());
    domain::ClientId => |x| Value::Id(x.uuid());
    domain::Pseudonym => |x| Value::Id(x.uuid());
    domain::DossierId => |x| Value::Id(x.uuid());
    domain::PartId => |x| Value::Id(x.uuid());
    domain::EntryId => |x| Value::Id(x.uuid());
    domain::DocumentId => |x| Value::Id(x.uuid());
    domain::FindingId => |x| Value::Id(x.uuid());
    domain::InquiryId => |x| Value::Id(x.uuid());
    domain::InvolvementId => |x| Value::Id(x.uuid());
    domain::ProxyId => |x| Value::Id(x.uuid());
    domain::ProtectionId => |x| Value::Id(x.uuid());
    domain::ShieldId => |x| Value::Id(x.uuid());
    domain::ExclusionId => |x| Value::Id(x.uuid());
    domain::AbsenceId => |x| Value::Id(x.uuid());
    domain::ConflictId => |x| Value::Id(x.uuid());
    domain::ContactId => |x| Value::Id(x.uuid());
    domain::DraftId => |x| Value::Id(x.uuid());
    domain::SessionId => |x| Value::Id(x.uuid());
    domain::OutboxId => |x| Value::Id(x.uuid());
    domain::PasskeyId => |x| Value::Id(x.uuid());
    domain::PeopleFactId => |x| Value::Id(x.uuid());
    domain::PeopleVersionId => |x| Value::Id(x.uuid());
    domain::PlanItemId => |x| Value::Id(x.uuid());
    domain::PlanQuestionId => |x| Value::Id(x.uuid());
    domain::FamilyPlanId => |x| Value::Id(x.uuid());
    domain::FamilySectionId => |x| Value::Id(x.uuid());
    vault::KeyId => |x| Value::Id(x.0);
    vault::Sealed => |x| Value::Bytes(x.into_bytes());
    jiff::Timestamp => |x| Value::Int(x.as_millisecond());
    jiff::civil::Date => |x| Value::Text(x.to_string());
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// `params![a, b]`: the parameters of one statement, in order of their numbers.
#[macro_export]
macro_rules! params {
    ($($x:expr),* $(,)?) => { &[$($crate::value::Value::from($x)),*] as &[$crate::value::Value] };
}

/// One row. Columns are taken by position, in the order the statement lists them.
#[derive(Clone, Debug)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    /// The column as `T`; an error names the position and never the value.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T, Error> {
        self.0.get(column).and_then(T::from_value).ok_or(Error::Column { column })
    }

    /// The same without a copy; the column is gone from the row.
    pub fn take<T: FromValue>(&mut self, column: usize) -> Result<T, Error> {
        let value = self.0.get_mut(column).map(|value| std::mem::replace(value, Value::Null));
        value.and_then(T::from_owned).ok_or(Error::Column { column })
    }
}

/// What a column can be read as.
pub trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;

    /// The same, of a value that nobody else needs.
    fn from_owned(value: Value) -> Option<Self> {
        Self::from_value(&value)
    }
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(x) = value { Some(*x) } else { None }
    }
}

impl FromValue for u64 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value)?.try_into().ok()
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(x) => Some(*x),
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        text(value).map(str::to_owned)
    }

    fn from_owned(value: Value) -> Option<Self> {
        if let Value::Text(x) = value { Some(x) } else { None }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        Self::from_owned(value.clone())
    }

    fn from_owned(value: Value) -> Option<Self> {
        match value {
            Value::Bytes(x) => Some(x),
            Value::Id(x) => Some(x.into_bytes().to_vec()),
            _ => None,
        }
    }
}

impl FromValue for [u8; 32] {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(x) = value { x.as_slice().try_into().ok() } else { None }
    }
}

fn text(value: &Value) -> Option<&str> {
    if let Value::Text(x) = value { Some(x) } else { None }
}

impl FromValue for Uuid {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Id(x) => Some(*x),
            Value::Bytes(x) => Uuid::from_slice(x).ok(),
            _ => None,
        }
    }
}

impl FromValue for jiff::Timestamp {
    fn from_value(value: &Value) -> Option<Self> {
        jiff::Timestamp::from_millisecond(i64::from_value(value)?).ok()
    }
}

impl FromValue for jiff::civil::Date {
    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl FromValue for vault::Sealed {
    fn from_value(value: &Value) -> Option<Self> {
        vault::Sealed::from_bytes(Vec::from_value(value)?).ok()
    }

    fn from_owned(value: Value) -> Option<Self> {
        vault::Sealed::from_bytes(Vec::from_owned(value)?).ok()
    }
}

impl FromValue for domain::LegalDomain {
    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl FromValue for domain::Function {
    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl FromValue for domain::NoticeKind {
    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl FromValue for domain::NoticeState {
    fn from_value(value: &Value) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

macro_rules! from_uuid {
    ($($id:ty),+ $(,)?) => {$(
        impl FromValue for $id {
            fn from_value(value: &Value) -> Option<Self> { Uuid::from_value(value).map(Self) }
        }
    )+};
}

from_uuid!(
    domain::PersonId,
    domain::AccountId,
    domain::StaffId,
    domain::ControllerId,
    domain::TeamId,
    domain::ClientId,
    domain::Pseudonym,
    domain::DossierId,
    domain::PartId,
    domain::TaskId,
    domain::BreachId,
    domain::EmergencyId,
    domain::EmergencyRequestId,
    domain::WithholdId,
    domain::EntryId,
    domain::DocumentId,
    domain::FindingId,
    domain::InquiryId,
    domain::InvolvementId,
    domain::ProxyId,
    domain::ProtectionId,
    domain::ShieldId,
    domain::ExclusionId,
    domain::AbsenceId,
    domain::ConflictId,
    domain::PlanItemId,
    domain::PlanQuestionId,
    domain::FamilyPlanId,
    domain::FamilySectionId,
    domain::ContactId,
    domain::DraftId,
    domain::SessionId,
    domain::OutboxId,
    domain::PasskeyId,
    domain::PeopleFactId,
    domain::PeopleVersionId,
    vault::KeyId,
);
