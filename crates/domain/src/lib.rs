//! The rules. No async, no I/O, no clock, no randomness: facts in, verdict out.
//! One file per rule or notion, named by the glossary; each quotes the rule ids it holds.

pub mod access_summary;
pub mod address;
pub mod age;
pub mod anonymous_contact;
pub mod attendance;
pub mod birth_date;
pub mod bsn;
pub mod closing;
mod codes;
pub mod controller;
pub mod days;
pub mod emergency;
pub mod entry;
pub mod fold;
pub mod function;
pub mod ids;
pub mod inquiry;
pub mod intake;
pub mod involvement;
pub mod language;
pub mod legal_domain;
pub mod log;
pub mod log_review;
pub mod mail_address;
pub mod outbox;
pub mod proxy;
pub mod readiness;
pub mod safe_contact;
pub mod session;
pub mod sign_in;
pub mod standing;
pub mod surname;
pub mod text_input;
pub mod working_days;

pub use access_summary::{Look, Standing};
pub use address::address_key;
pub use age::{AgeBand, age_on, amsterdam, amsterdam_date, amsterdam_midnight, bands_on};
pub use birth_date::{BirthDate, BirthDateError, DateFault, DateField};
pub use bsn::{Bsn, BsnError};
pub use closing::ClosingReason;
pub use codes::UnknownCode;
pub use controller::ControllerKind;
pub use emergency::{EmergencyLength, EmergencyReason, EndedBy, Judge, Sentence, SentenceError};
pub use entry::{
    ClientSees, DataCategory, DelayGround, EntryKind, EntryText, EntryTextError, Source, Visibility,
};
pub use fold::{fold_name, name_and_birth};
pub use function::Function;
pub use ids::*;
pub use inquiry::{DataRight, Pursuit};
pub use intake::{Field, FieldGap, IntakeNeeds, IntakeRefused, Need, Opening, Preconditions, field_needed};
pub use involvement::{Involvement, Period, Reason, RoleInCase};
pub use language::{Interpreter, Language, LanguageFault, LanguageNeeds, Tongue, TypedLanguage};
pub use legal_domain::{Keep, KeptFrom, LegalDomain};
pub use mail_address::{MailAddress, NoMailAddress};
pub use outbox::{NoticeKind, NoticeState};
pub use proxy::ProxyKind;
pub use readiness::{NotReady, Readiness, ReadinessFacts, Warning};
pub use safe_contact::{Channel, Safe, SafeContact};
pub use session::{SessionKind, SessionState};
pub use standing::{ConflictKind, InvestigationGround, LiftGround, ProtectionGround, ShieldAudience};
pub use text_input::{FieldProblem, Input, InputProblem};
