//! The action list: every deed the product knows, what it is about and which rights include which.
//! A new feature starts with a line here and a policy file beside it.

use domain::{
    AccountId, DocumentId, DossierId, EmergencyId, EmergencyRequestId, EntryId, FindingId, InquiryId,
    InvolvementId, PartId, StaffId, TaskId, TeamId, WithholdId,
};

/// What a deed does to data, as NEN 7513 codes it (ACC-18).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Create,
    Read,
    Update,
    Delete,
    Execute,
}

mod sealed {
    pub trait Sealed {}
}

/// One deed. Only the list below implements it.
pub trait Action: sealed::Sealed + Send + Sync + 'static {
    /// What the deed is about; the gate loads its facts.
    type About: Send + Sync + Clone + 'static;
    /// The name in Cedar and in the record.
    const NAME: &'static str;
    /// The NEN 7513 code.
    const KIND: Kind;
    /// Why data is processed (BAS-01), as a code in the record.
    const PURPOSE: &'static str;
}

/// The right to `Self` includes the right to `B`. Every action includes itself.
pub trait May<B: Action>: Action {}

/// A dossier: one decision per part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfDossier(pub DossierId);
/// One part of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfPart(pub PartId);
/// One entry; decided on its part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfEntry(pub EntryId);
/// One document; decided on its part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfDocument(pub DocumentId);
/// One involvement; decided on its part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfInvolvement(pub InvolvementId);
/// One emergency access; it outlives the dossier that it opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfEmergency(pub EmergencyId);
/// The judging of an emergency access; it outlives the dossier that was opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfReview(pub EmergencyId);
/// A question to the coordinator to open a dossier in an emergency; decided on the parts of that dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfEmergencyRequest(pub EmergencyRequestId);
/// A client's question about a look; for the client it is decided on the parts of the dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfInquiry(pub InquiryId);
/// What stood out in what somebody did on a day (ACC-22).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfFinding(pub FindingId);
/// Something the client could be told of later: an emergency access (SHA-12).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfWithholdable(pub EmergencyId);
/// A notice that is told later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfWithheld(pub WithholdId);
/// One task; decided on its part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfTask(pub TaskId);
/// The intake desk of the actor's controller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AtDesk;
/// One post of a member of staff.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfPost(pub StaffId);
/// An account, as its owner's: decided on their portal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfAccount(pub AccountId);
/// A post as it is or was, for its lines of the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfPostEver(pub StaffId);
/// What belongs to the actor's post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnDesktop;
/// A team: its questions without a worker, its people. None: the asker is of no team, and there is nothing to decide about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OfTeam(pub Option<TeamId>);
/// What the actor sees of themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnPortal;
/// What clocks keep tidy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TheHouse;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident about $about:ty, $kind:ident, $purpose:literal;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}
            impl sealed::Sealed for $name {}
            impl Action for $name {
                type About = $about;
                const NAME: &'static str = stringify!($name);
                const KIND: Kind = Kind::$kind;
                const PURPOSE: &'static str = $purpose;
            }
            impl May<$name> for $name {}
        )+
        /// Every action by name, for the printed matrix and the tests.
        pub const ALL: &[(&str, Kind, &str)] = &[$((stringify!($name), Kind::$kind, $purpose)),+];
    };
}

actions! {
    /// Open a dossier: masthead, overview, timeline.
    ReadDossier about OfDossier, Read, "support";
    /// One entry with its versions.
    ReadEntry about OfEntry, Read, "support";
    /// Add an entry to a part.
    WriteEntry about OfPart, Create, "support";
    /// Add a new version of an entry.
    CorrectEntry about OfEntry, Update, "support";
    /// Withdraw an entry: a trace stays, the text is read by nobody any more (C24).
    WithdrawEntry about OfEntry, Update, "support";
    /// Agree as the second person that the client reads an entry later, or not.
    DecideDelay about OfEntry, Update, "support";
    /// The entries of a team that wait for a second person: numbers and grounds, never words.
    ListDelays about OfTeam, Read, "oversight";
    /// The documents of a dossier: how they are called, not what stands in them.
    ReadDocuments about OfDossier, Read, "support";
    /// One document, sheet by sheet.
    ReadDocument about OfDocument, Read, "support";
    /// Add documents to a part.
    AddDocument about OfPart, Create, "support";
    /// A document on paper, for a purpose (ACC-24).
    PrintDocument about OfDocument, Read, "support";
    /// Withdraw a document: a trace stays, the file is read by nobody any more (C24).
    WithdrawDocument about OfDocument, Update, "support";
    /// Change what is known of a client, such as the language they speak best.
    ChangeDetails about OfDossier, Update, "support";
    /// Correct the birth date of a client, and so perhaps who decides (C41).
    CorrectBirthDate about OfDossier, Update, "support";
    /// The people around a client, who holds authority, who represents, what the client decides (CON-08, CON-27).
    ReadPeople about OfDossier, Read, "support";
    /// Keep a person around the client, change or end that.
    ChangePeople about OfDossier, Update, "support";
    /// Record authority, representation, capacity or what a judge arranged, change or end that (C41).
    ChangeAuthority about OfDossier, Update, "support";
    /// See the whole BSN (BSN-05).
    RevealBsn about OfPart, Read, "identification";
    /// Who is involved with a dossier.
    ReadInvolvements about OfDossier, Read, "assignment";
    /// Who may be assigned, and to what.
    ReadAssignable about OfDossier, Read, "assignment";
    /// Read the question that waits, to find a worker for it (ACC-09).
    AssessIntake about OfPart, Read, "assignment";
    /// Make somebody involved.
    AssignInvolvement about OfPart, Create, "assignment";
    /// End an involvement.
    EndInvolvement about OfInvolvement, Update, "assignment";
    /// Let another worker go on with what a colleague leaves.
    ReassignInvolvement about OfPart, Update, "assignment";
    /// To whom a dossier can be handed over, and earlier hand-overs of it.
    ReadHandOver about OfDossier, Read, "assignment";
    /// Hand a part to a colleague, for good or for a time (ACC-25).
    HandOver about OfPart, Update, "assignment";
    /// Stand at the desk: see the pages of an intake.
    BeginIntake about AtDesk, Read, "intake";
    /// Ask whether a person may be known (ACC-02).
    CheckExistence about AtDesk, Execute, "intake";
    /// Open a dossier for a new question.
    CreateDossier about AtDesk, Create, "intake";
    /// The own dossiers.
    ListCaseload about OwnDesktop, Read, "support";
    /// The own drafts.
    ReadDrafts about OwnDesktop, Read, "support";
    /// Keep a draft.
    KeepDraft about OwnDesktop, Update, "support";
    /// Throw a draft away.
    DiscardDraft about OwnDesktop, Delete, "support";
    /// Find words in what stands in the own dossiers.
    SearchOwn about OwnDesktop, Read, "support";
    /// A team's questions without a worker.
    ListQueue about OfTeam, Read, "assignment";
    /// The own declared conflicts of interest and absences.
    ReadOwnStanding about OwnDesktop, Read, "assignment";
    /// Declare a conflict of interest (ACC-05).
    DeclareConflict about OwnDesktop, Create, "assignment";
    /// Say when one is absent oneself.
    RegisterOwnAbsence about OwnDesktop, Create, "assignment";
    /// The people of a team: who is absent, who has declared what kind of conflict.
    ReadTeam about OfTeam, Read, "assignment";
    /// Say when somebody of the team is absent, or that this has changed.
    RegisterAbsence about OfTeam, Update, "assignment";
    /// End a conflict of interest; whoever declared it cannot do so alone (ACC-05).
    EndConflict about OfTeam, Update, "assignment";
    /// Add a question under another legal domain, or under one that was closed.
    AddQuestion about OfDossier, Create, "intake";
    /// Close a part: help under this domain has stopped.
    ClosePart about OfPart, Update, "support";
    /// Open a part again that was closed a short time ago: nothing was new, it was closed too soon.
    ReopenPart about OfPart, Update, "support";
    /// What is to be done in the own dossiers.
    ListTasks about OwnDesktop, Read, "support";
    /// What is to be done in a dossier.
    ReadTasks about OfDossier, Read, "support";
    /// One task, with what was done to it.
    ReadTask about OfTask, Read, "support";
    /// Write down what is to be done.
    WriteTask about OfPart, Create, "support";
    /// Pick a task up, pass it on, postpone it, do it, or take that back.
    ChangeTask about OfTask, Update, "support";
    /// Whether a dossier has extra protection, and why (ACC-03).
    ReadProtection about OfDossier, Read, "support";
    /// Give a dossier extra protection.
    ProtectDossier about OfDossier, Update, "support";
    /// Take the extra protection away.
    LiftProtection about OfDossier, Update, "assignment";
    /// Whom a client does not want as a worker.
    ReadExclusions about OfDossier, Read, "assignment";
    /// Exclude a worker, because the client wants it; or take that back.
    ExcludeWorker about OfDossier, Update, "assignment";
    /// Hide an entry from other workers when the client asks (RGT-R11, C26), or lift that (C27).
    ShieldEntry about OfEntry, Update, "support";
    /// The plans of a dossier, with their earlier versions.
    ReadPlan about OfDossier, Read, "support";
    /// Change the plan of a part: a new version. Also that an agreement is done.
    WritePlan about OfPart, Update, "support";
    /// Say that a version is agreed, or ask the client to agree.
    AgreePlan about OfPart, Update, "support";
    /// Answer what a client asks about the plan.
    AnswerPlan about OfPart, Update, "support";
    /// The plan on paper in large letters, for a purpose (ACC-24).
    PrintPlan about OfDossier, Read, "support";
    /// The pages of emergency access: what becomes visible, who is told, what one opened and asked oneself (ACC-03).
    BeginEmergency about AtDesk, Read, "emergency";
    /// Open a dossier one is not involved with (ACC-03). Which one is known only while it runs.
    OpenEmergency about AtDesk, Execute, "emergency";
    /// Ask the coordinator on duty to open a dossier.
    AskApproval about AtDesk, Create, "emergency";
    /// Approve, as it happens, that extra protection is opened (ACC-03).
    ApproveEmergency about OfEmergencyRequest, Update, "oversight";
    /// End an emergency access before its time.
    EndEmergency about OfEmergency, Update, "emergency";
    /// The emergency accesses to a team's dossiers, and what waits for an answer.
    ListEmergencies about OfTeam, Read, "oversight";
    /// The emergency accesses that are or were judged, and what the team's figures say (ACC-04).
    ListReviews about AtDesk, Read, "oversight";
    /// One of them: the kinds of what was opened and changed, never what was written.
    ReadReview about OfReview, Read, "oversight";
    /// Judge it, or ask for an explanation first.
    JudgeEmergency about OfReview, Update, "oversight";
    /// What one is asked about the own emergency access, and what came of it.
    ReadExplanation about OfEmergency, Read, "emergency";
    /// Explain why one opened a dossier.
    ExplainEmergency about OfEmergency, Update, "emergency";
    /// Note that the board was told what was judged too late.
    TellBoard about AtDesk, Update, "oversight";
    /// The breaches that were received (BRE-01).
    ListBreaches about AtDesk, Read, "oversight";
    /// One of them.
    ReadBreach about AtDesk, Read, "oversight";
    /// The page before a proposal to tell the client later (SHA-12).
    PrepareWithhold about OfWithholdable, Read, "emergency";
    /// Propose it.
    ProposeWithhold about OfWithholdable, Create, "emergency";
    /// What is told later and waits for the reader.
    ListWithheld about AtDesk, Read, "oversight";
    /// One of them: the ground, the sentences, by when it is looked at again.
    ReadWithheld about OfWithheld, Read, "oversight";
    /// Agree to a proposal as the second person, or not.
    DecideWithheld about OfWithheld, Update, "oversight";
    /// Set a later review.
    ExtendWithheld about OfWithheld, Update, "oversight";
    /// Tell the client from now on.
    ReleaseWithheld about OfWithheld, Update, "oversight";
    /// The resident's first page: which dossiers, which workers.
    ReadOwnHome about OwnPortal, Read, "own-access";
    /// The resident reads the own dossier.
    ReadOwnDossier about OfDossier, Read, "own-access";
    /// The resident reads one entry with its versions.
    ReadOwnEntry about OfEntry, Read, "own-access";
    /// The documents of the own dossier.
    ReadOwnDocuments about OfDossier, Read, "own-access";
    /// The resident reads one of them.
    ReadOwnDocument about OfDocument, Read, "own-access";
    /// A worker looks at the client's own view of the dossier, together with the client, on the worker's screen.
    LookTogether about OfDossier, Read, "own-access";
    /// The resident sees who looked.
    ReadOwnAccess about OfDossier, Read, "own-access";
    /// The resident sees which other people are kept, and why.
    ReadOwnPeople about OfDossier, Read, "own-access";
    /// The resident reads the own plan.
    ReadOwnPlan about OfDossier, Read, "own-access";
    /// The resident agrees with a version, or wants to talk first.
    AnswerOwnPlan about OfPart, Create, "own-access";
    /// The resident says that something they do themselves is done.
    MarkOwnStep about OfPart, Update, "own-access";
    /// The resident asks something about the plan.
    AskAboutPlan about OfPart, Create, "own-access";
    /// The resident asks why somebody looked.
    AskAboutLook about OfDossier, Create, "own-access";
    /// The resident reads what they asked, and the answer.
    ReadOwnInquiry about OfInquiry, Read, "own-access";
    /// The resident goes on with it: a complaint, or a request under a right.
    PursueInquiry about OfInquiry, Create, "own-access";
    /// The questions about looks that wait for an answer.
    ListInquiries about AtDesk, Read, "oversight";
    /// One of them.
    ReadInquiry about OfInquiry, Read, "oversight";
    /// Answer it.
    AnswerInquiry about OfInquiry, Update, "oversight";
    /// Choose whose lines of the record to read.
    ChooseLog about AtDesk, Read, "oversight";
    /// Read the lines about one client.
    ReadClientLog about AtDesk, Read, "oversight";
    /// Read the lines of one member of staff.
    ReadWorkerLog about OfPostEver, Read, "oversight";
    /// Read the lines of a team on a day.
    ReadTeamLog about OfTeam, Read, "oversight";
    /// What stood out in what the staff did (ACC-22).
    ListFindings about AtDesk, Read, "oversight";
    /// One of these findings, with what was said of it.
    ReadFinding about OfFinding, Read, "oversight";
    /// Say what it was.
    JudgeFinding about OfFinding, Update, "oversight";
    /// From where on something stands out, and what that was before.
    ReadThresholds about AtDesk, Read, "oversight";
    /// Change from where on something stands out.
    ChangeThresholds about AtDesk, Update, "oversight";
    /// Give a resident a way in, after seeing an identity document (ACC-16).
    ActivateResident about AtDesk, Execute, "identification";
    /// Which accounts the staff of one's own organisation have.
    ListAccounts about AtDesk, Read, "security";
    /// Which teams there are.
    ReadTeams about AtDesk, Read, "security";
    /// The post of one colleague: function, team, from when to when, what is signed (ACC-07).
    ReadPost about OfPostEver, Read, "security";
    /// Give somebody new a post.
    AppointStaff about AtDesk, Create, "security";
    /// Give a colleague another post, end it, or note that a training was passed.
    ChangePost about OfPostEver, Update, "security";
    /// End what a colleague is signed in with, at once.
    StopSessions about OfPostEver, Execute, "security";
    /// Give a member of staff a way in, after seeing an identity document.
    ActivateStaff about OfPost, Execute, "security";
    /// Note a question of somebody who stays anonymous (BAS-10).
    NoteContact about OfTeam, Create, "advice";
    /// The anonymous questions of a team, and how many there are.
    ListContacts about OfTeam, Read, "advice";
    /// Take an anonymous question away, because somebody can be recognised by it.
    RemoveContact about OfTeam, Delete, "advice";
    /// Whether the owner of an account, not signed in yet, is a young person: for *u* or *je* (ux §3.5).
    AddressOwner about OfAccount, Read, "security";
    /// Who can see a dossier now and why, and what a change would do (ACC-14). Nothing is changed.
    ExplainAccess about AtDesk, Read, "security";
    /// Look through every access of a day that is over (ACC-22). It finds; a person judges.
    ReviewLog about TheHouse, Execute, "oversight";
    /// Make findable what was written before there was a search. Nothing is shown.
    IndexSearch about TheHouse, Update, "support";
    /// Drafts older than their term go (ACC-23).
    PurgeDrafts about TheHouse, Delete, "retention";
    /// Anonymous questions older than their term go (RET-01).
    PurgeContacts about TheHouse, Delete, "retention";
    /// Emergency accesses older than their term go, with what was told later of them (ACC-19).
    PurgeEmergencies about TheHouse, Delete, "retention";
}

// What includes what. Nothing else does.
impl May<ReadInvolvements> for ReadProtection {}
impl May<ReadInvolvements> for ReadDossier {}
impl May<ReadInvolvements> for ReadAssignable {}
impl May<ReadDocument> for WithdrawDocument {}
impl May<ReadDocument> for PrintDocument {}
impl May<ReadPeople> for ChangePeople {}
impl May<ReadPeople> for ChangeAuthority {}
impl May<ReadPeople> for CorrectBirthDate {}
impl May<ChangePeople> for ChangeAuthority {}
impl May<ReadAssignable> for ReadHandOver {}
impl May<AssignInvolvement> for HandOver {}
impl May<AssignInvolvement> for ReassignInvolvement {}
impl May<ListCaseload> for ListTasks {}
impl May<ReadDrafts> for ListTasks {}
impl May<ListCaseload> for SearchOwn {}
impl May<ReadDrafts> for SearchOwn {}
impl May<KeepDraft> for SearchOwn {}
impl May<ReadTask> for ChangeTask {}
impl May<CheckExistence> for ActivateResident {}
impl May<ReadPlan> for WritePlan {}
impl May<ReadPlan> for AgreePlan {}
impl May<ReadPlan> for AnswerPlan {}
impl May<ReadPlan> for PrintPlan {}
impl May<ReadOwnPlan> for AnswerOwnPlan {}
impl May<ReadOwnPlan> for MarkOwnStep {}
impl May<ReadOwnPlan> for AskAboutPlan {}
impl May<CheckExistence> for OpenEmergency {}
impl May<CheckExistence> for AskApproval {}
impl May<ReadOwnDossier> for LookTogether {}
impl May<ReadOwnAccess> for AskAboutLook {}
impl May<ReadOwnInquiry> for PursueInquiry {}
impl May<ReadInquiry> for AnswerInquiry {}
impl May<ReadFinding> for JudgeFinding {}
impl May<ReadThresholds> for ChangeThresholds {}
impl May<ReadTeams> for ReadPost {}
impl May<ReadTeams> for AppointStaff {}
impl May<ReadPost> for ChangePost {}
impl May<ReadReview> for JudgeEmergency {}
impl May<ReadExplanation> for ExplainEmergency {}
impl May<ListReviews> for TellBoard {}
impl May<PrepareWithhold> for ProposeWithhold {}
