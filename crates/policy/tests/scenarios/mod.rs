//! Everybody, everything they could be about, and what the policies say: the table behind matrix and mutations.
//! Ids are made up from words, so that a row reads the same in every run.

use std::fmt::Write as _;

use domain::{
    AccountId, ControllerId, DossierId, FindingId, Function, InquiryId, InvolvementId, LegalDomain, PartId,
    PersonId, ProxyId, ProxyKind, SessionId, StaffId, TeamId,
};
use policy::{
    ActorFacts, Capacity, InquiryFacts, Job, PartFacts, Policies, ProxyFacts, ReviewFacts, StaffFacts, Thing,
    Verdict, Walls, WithholdFacts, decide,
};
use uuid::Uuid;

/// An id that is always the same for the same word.
fn id(word: &str) -> Uuid {
    let mut bytes = [0; 16];
    for (at, byte) in word.bytes().enumerate() {
        bytes[at % 16] ^= byte.rotate_left(u32::try_from(at / 16).unwrap_or_default());
    }
    Uuid::from_bytes(bytes)
}

/// Somebody, as a row of the matrix.
pub struct Asker {
    /// What the row says.
    pub name: &'static str,
    /// Who it is.
    pub facts: ActorFacts,
}

/// Something, as a row of the matrix.
pub struct Situation {
    /// What the row says.
    pub name: String,
    /// What it is about, to this asker.
    pub thing: Thing,
}

fn staff(name: &'static str, function: Function, team: Option<&str>, controller: &str) -> Asker {
    let facts = ActorFacts {
        account: Some(AccountId(id(name))),
        session: Some(SessionId(id(name))),
        capacity: Capacity::Staff(StaffFacts {
            staff: StaffId(id(name)),
            person: PersonId(id(name)),
            controller: ControllerId(id(controller)),
            team: team.map(|team| TeamId(id(team))),
            function,
            coordinator_absent: false,
            ready: true,
        }),
        fresh: true,
    };
    Asker { name, facts }
}

fn resident(name: &'static str) -> Asker {
    let facts = ActorFacts {
        account: Some(AccountId(id(name))),
        session: Some(SessionId(id(name))),
        capacity: Capacity::Own { person: PersonId(id(name)) },
        fresh: true,
    };
    Asker { name, facts }
}

fn parent(name: &'static str, child: &str) -> Asker {
    let proxy = ProxyFacts {
        proxy: ProxyId(id(name)),
        person: PersonId(id(name)),
        on_behalf_of: PersonId(id(child)),
        kind: ProxyKind::Authority,
        domains: LegalDomain::ALL.to_vec(),
    };
    let facts = ActorFacts {
        account: Some(AccountId(id(name))),
        session: Some(SessionId(id(name))),
        capacity: Capacity::Proxy(proxy),
        fresh: true,
    };
    Asker { name, facts }
}

/// Everybody.
pub fn askers() -> Vec<Asker> {
    let noord = Some("noord");
    let mut lotte = staff("lotte, worker Noord, not ready", Function::Worker, noord, "gemeente");
    if let Capacity::Staff(post) = &mut lotte.facts.capacity {
        post.ready = false;
    }
    let mut late = staff("ria, worker Noord, signed in long ago", Function::Worker, noord, "gemeente");
    late.facts.fresh = false;
    let mut late_joost =
        staff("joost, coordinator Noord, signed in long ago", Function::Coordinator, noord, "gemeente");
    late_joost.facts.fresh = false;
    let mut devi = staff("devi, deputy Noord, coordinator absent", Function::Deputy, noord, "gemeente");
    if let Capacity::Staff(post) = &mut devi.facts.capacity {
        post.coordinator_absent = true;
    }
    let clock =
        |job| ActorFacts { account: None, session: None, capacity: Capacity::System(job), fresh: false };
    vec![
        staff("ria, worker Noord", Function::Worker, noord, "gemeente"),
        late,
        lotte,
        staff("daan, debt counsellor Noord", Function::DebtCounsellor, noord, "gemeente"),
        staff("yara, youth worker Noord", Function::YouthWorker, noord, "gemeente"),
        staff("joost, coordinator Noord", Function::Coordinator, noord, "gemeente"),
        staff("devi, deputy Noord", Function::Deputy, noord, "gemeente"),
        devi,
        late_joost,
        staff("karin, coordinator Zuid", Function::Coordinator, Some("zuid"), "gemeente"),
        staff("petra, decision officer", Function::DecisionOfficer, None, "gemeente"),
        staff("ingeborg, intake Noord", Function::Intake, noord, "gemeente"),
        staff("kees, administrator", Function::FunctionalAdmin, None, "gemeente"),
        staff("olga, data protection officer", Function::DataProtectionOfficer, None, "gemeente"),
        staff("wouter, worker at the foundation", Function::Worker, Some("west"), "stichting"),
        staff("carla, coordinator at the foundation", Function::Coordinator, Some("west"), "stichting"),
        resident("bilal, resident"),
        parent("fatima, parent for amin", "amin"),
        Asker { name: "the clock that purges drafts", facts: clock(Job::PurgeDrafts) },
        Asker { name: "the clock that purges contacts", facts: clock(Job::PurgeContacts) },
        Asker { name: "the clock that purges emergencies", facts: clock(Job::PurgeEmergencies) },
        Asker { name: "the clock that makes texts findable", facts: clock(Job::IndexSearch) },
        Asker { name: "the clock that reviews the log", facts: clock(Job::ReviewLog) },
        Asker { name: "the house, to whoever holds a code from the desk", facts: clock(Job::Activation) },
    ]
}

/// Everything, as this asker meets it.
pub fn situations(asker: &ActorFacts) -> Vec<Situation> {
    let person = |name: &str| PersonId(id(name));
    let own_person = match &asker.capacity {
        Capacity::Own { person } => *person,
        // The row that is the child's own is where a proxy would get in.
        Capacity::Proxy(proxy) => proxy.on_behalf_of,
        Capacity::Staff(post) => post.person,
        Capacity::System(_) => person("nobody"),
    };
    let own_staff = asker.staff().map_or(StaffId(id("nobody")), |post| post.staff);
    let mut all = Vec::new();
    let mut part = |name: String, domain, team: &str, controller: &str, subject, involved: bool| {
        let facts = PartFacts {
            part: PartId(id(&name)),
            dossier: DossierId(id("dossier")),
            controller: ControllerId(id(controller)),
            team: TeamId(id(team)),
            domain,
            subject,
            emergency: None,
            cleared: false,
            involvement: involved.then(|| InvolvementId(id("involvement"))),
            walls: Walls::default(),
            extra_protected: false,
            closed: false,
        };
        all.push(Situation { name, thing: Thing::Part(facts) });
    };
    for domain in LegalDomain::ALL {
        part(
            format!("{domain} part in Noord, involved"),
            *domain,
            "noord",
            "gemeente",
            person("a client"),
            true,
        );
    }
    let wmo = LegalDomain::Wmo;
    part("wmo part in Noord, not involved".into(), wmo, "noord", "gemeente", person("a client"), false);
    part("wmo part in Zuid, not involved".into(), wmo, "zuid", "gemeente", person("a client"), false);
    part("own wmo part in Noord, not involved".into(), wmo, "noord", "gemeente", own_person, false);
    part("own wmo part in Noord, involved".into(), wmo, "noord", "gemeente", own_person, true);
    let voluntary = LegalDomain::Voluntary;
    part("voluntary part in West, involved".into(), voluntary, "west", "stichting", person("a client"), true);
    part(
        "voluntary part in West, not involved".into(),
        voluntary,
        "west",
        "stichting",
        person("a client"),
        false,
    );
    type Change = (&'static str, fn(&mut PartFacts));
    let changes: [Change; 5] = [
        ("closed", |part| part.closed = true),
        ("conflict declared", |part| part.walls.conflict = true),
        ("worker excluded", |part| part.walls.excluded = true),
        ("its entry hidden from the asker", |part| part.walls.hidden = true),
        ("extra protection", |part| part.extra_protected = true),
    ];
    for plain in ["wmo part in Noord, involved", "wmo part in Noord, not involved"] {
        for (change, make) in changes {
            let same = all.iter().find(|it| it.name == plain).map(|it| it.thing.clone());
            if let Some(Thing::Part(mut facts)) = same {
                make(&mut facts);
                all.push(Situation { name: format!("{plain}, {change}"), thing: Thing::Part(facts) });
            }
        }
    }
    // What is frozen for the client as well.
    let own =
        all.iter().find(|it| it.name == "own wmo part in Noord, not involved").map(|it| it.thing.clone());
    if let Some(Thing::Part(facts)) = own {
        let closed = Thing::Part(PartFacts { closed: true, ..facts });
        all.push(Situation { name: "own wmo part in Noord, closed".into(), thing: closed });
    }
    let glass = policy::Emergency {
        id: domain::EmergencyId(id("emergency")),
        reason: domain::EmergencyReason::ClientPresent,
        until: jiff::Timestamp::MAX,
    };
    let opened = "wmo part in Noord, opened in an emergency";
    let in_emergency: [Change; 8] = [
        (opened, |_| ()),
        ("participation part in Noord, opened in an emergency", |part| {
            part.domain = LegalDomain::Participation
        }),
        ("the same, closed", |part| part.closed = true),
        ("the same, conflict declared", |part| part.walls.conflict = true),
        ("the same, its entry hidden from the asker", |part| part.walls.hidden = true),
        ("the same, extra protection, cleared", |part| (part.extra_protected, part.cleared) = (true, true)),
        ("the same, extra protection set meanwhile", |part| part.extra_protected = true),
        ("wmo part in Noord, not involved, extra protection, cleared", |part| {
            (part.extra_protected, part.cleared, part.emergency) = (true, true, None);
        }),
    ];
    for (name, make) in in_emergency {
        let same =
            all.iter().find(|it| it.name == "wmo part in Noord, not involved").map(|it| it.thing.clone());
        if let Some(Thing::Part(mut facts)) = same {
            facts.emergency = Some(glass);
            make(&mut facts);
            all.push(Situation { name: name.into(), thing: Thing::Part(facts) });
        }
    }
    let mut add = |name: &str, thing| all.push(Situation { name: name.into(), thing });
    add("desk of the municipality", Thing::Desk { controller: ControllerId(id("gemeente")) });
    add("desk of the foundation", Thing::Desk { controller: ControllerId(id("stichting")) });
    let applicant = |controller: &str, person, conflict, excluded| Thing::Applicant {
        controller: ControllerId(id(controller)),
        person,
        walls: Walls { conflict, excluded, hidden: false },
    };
    let client = person("a client");
    add("client at the desk of the municipality", applicant("gemeente", client, false, false));
    add("the same, conflict declared", applicant("gemeente", client, true, false));
    add("the same, worker excluded", applicant("gemeente", client, false, true));
    add("oneself as a client at the desk", applicant("gemeente", own_person, false, false));
    add("client at the desk of the foundation", applicant("stichting", client, false, false));
    add("own desktop", Thing::Desktop { owner: own_staff });
    add("somebody else's desktop", Thing::Desktop { owner: StaffId(id("somebody else")) });
    let post = |who: &str, controller: &str, person| Thing::Post {
        staff: StaffId(id(who)),
        controller: ControllerId(id(controller)),
        person,
    };
    add("own post at the municipality", post("own", "gemeente", own_person));
    add("somebody else's post at the municipality", post("else", "gemeente", person("somebody else")));
    add("somebody else's post at the foundation", post("west", "stichting", person("somebody else")));
    let emergency = |team: &str, controller: &str, accessor| Thing::Emergency {
        emergency: domain::EmergencyId(id("emergency")),
        team: TeamId(id(team)),
        controller: ControllerId(id(controller)),
        accessor,
    };
    let somebody = StaffId(id("somebody else"));
    add("own emergency access to a dossier of Zuid", emergency("zuid", "gemeente", own_staff));
    add("somebody's emergency access to a dossier of Noord", emergency("noord", "gemeente", somebody));
    add("somebody's emergency access to a dossier of West", emergency("west", "stichting", somebody));
    let team = |team: &str, controller: &str| Thing::Team {
        team: TeamId(id(team)),
        controller: ControllerId(id(controller)),
    };
    add("team Noord", team("noord", "gemeente"));
    add("team Zuid", team("zuid", "gemeente"));
    add("team West", team("west", "stichting"));
    add("own portal", Thing::Portal { person: own_person });
    add("somebody else's portal", Thing::Portal { person: person("somebody else") });
    let asked = InquiryFacts {
        inquiry: InquiryId(id("inquiry")),
        controller: ControllerId(id("gemeente")),
        looker: person("somebody else"),
        subject: client,
        // Whose turn it is, is a rule of domain, which turns to nobody else.
        answers: asker.staff().is_some_and(|it| it.function.coordinates() || it.function.oversees()),
        walls: Walls::default(),
        long_overdue: false,
    };
    let not_mine = InquiryFacts { answers: false, ..asked.clone() };
    let late = InquiryFacts { long_overdue: true, ..not_mine.clone() };
    let wall = |conflict, excluded| Walls { conflict, excluded, hidden: false };
    for (name, inquiry) in [
        ("question about a look, one's turn", asked.clone()),
        ("the same, another's turn", not_mine),
        ("the same, another's turn, long overdue", late.clone()),
        ("the same, one's own look", InquiryFacts { looker: own_person, ..asked.clone() }),
        ("the same, one's own look, long overdue", InquiryFacts { looker: own_person, ..late }),
        ("the same, asked by oneself as a client", InquiryFacts { subject: own_person, ..asked.clone() }),
        ("the same, conflict declared", InquiryFacts { walls: wall(true, false), ..asked.clone() }),
        ("the same, worker excluded", InquiryFacts { walls: wall(false, true), ..asked.clone() }),
        ("the same, at the foundation", InquiryFacts { controller: ControllerId(id("stichting")), ..asked }),
    ] {
        add(name, Thing::Inquiry(inquiry));
    }
    // Whose turn it is, is a rule of domain, which turns to nobody else.
    let judges = asker.staff().is_some_and(|it| it.function.coordinates() || it.function.oversees());
    let finding = |controller: &str, worker, reviews| Thing::Finding {
        finding: FindingId(id("finding")),
        controller: ControllerId(id(controller)),
        worker,
        reviews,
    };
    add("finding about somebody, one's turn", finding("gemeente", person("somebody else"), judges));
    add("the same, another's turn to judge", finding("gemeente", person("somebody else"), false));
    add("the same, about oneself", finding("gemeente", own_person, judges));
    add("the same, about somebody at the foundation", finding("stichting", person("somebody else"), judges));
    let waits = ReviewFacts {
        emergency: domain::EmergencyId(id("emergency")),
        controller: ControllerId(id("gemeente")),
        team: TeamId(id("noord")),
        accessor: person("somebody else"),
        approver: None,
        subject: Some(client),
        judges: asker.staff().is_some_and(|it| it.function.coordinates() || it.function.oversees()),
        judged: false,
        walls: Walls::default(),
    };
    let other = ReviewFacts { judges: false, ..waits.clone() };
    for (name, review) in [
        ("emergency access of Noord, one's turn to judge", waits.clone()),
        ("the same, another's turn to judge", other.clone()),
        ("the same, judged by another", ReviewFacts { judged: true, ..other.clone() }),
        ("the same, of a dossier that is gone", ReviewFacts { subject: None, ..waits.clone() }),
        ("the same, opened by oneself", ReviewFacts { accessor: own_person, ..waits.clone() }),
        ("the same, approved by oneself", ReviewFacts { approver: Some(own_person), ..waits.clone() }),
        ("the same, oneself is the client", ReviewFacts { subject: Some(own_person), ..waits.clone() }),
        ("the same to judge, conflict declared", ReviewFacts { walls: wall(true, false), ..waits.clone() }),
        ("the same to judge, worker excluded", ReviewFacts { walls: wall(false, true), ..waits.clone() }),
        (
            "the same to judge, at the foundation",
            ReviewFacts { controller: ControllerId(id("stichting")), ..waits },
        ),
    ] {
        add(name, Thing::Review(review));
    }
    let withheld = WithholdFacts {
        id: id("withheld"),
        controller: ControllerId(id("gemeente")),
        team: TeamId(id("noord")),
        subject: Some(client),
        parties: vec![person("somebody else")],
        proposes: false,
        walls: Walls::default(),
        officers_turn: false,
        officer_only: false,
    };
    let own = WithholdFacts { proposes: true, parties: vec![own_person], ..withheld.clone() };
    let other_team = WithholdFacts { team: TeamId(id("zuid")), ..withheld.clone() };
    for (name, about) in [
        ("notice of Noord that is withheld", withheld.clone()),
        ("the same, proposed by oneself", own.clone()),
        ("the same, proposed by oneself, the officer's turn", WithholdFacts { officers_turn: true, ..own }),
        ("the same, of a dossier one works with", WithholdFacts { proposes: true, ..withheld.clone() }),
        ("the same, the officer's turn", WithholdFacts { officers_turn: true, ..withheld.clone() }),
        (
            "the same, after 90 days",
            WithholdFacts { officers_turn: true, officer_only: true, ..withheld.clone() },
        ),
        ("the same, the dossier gone", WithholdFacts { subject: None, ..withheld.clone() }),
        (
            "the same, about oneself as a client",
            WithholdFacts { subject: Some(own_person), ..withheld.clone() },
        ),
        ("the same, conflict declared", WithholdFacts { walls: wall(true, false), ..withheld.clone() }),
        ("the same, worker excluded", WithholdFacts { walls: wall(false, true), ..withheld.clone() }),
        ("notice of Zuid that is withheld", other_team),
        (
            "notice of the foundation that is withheld",
            WithholdFacts {
                controller: ControllerId(id("stichting")),
                team: TeamId(id("west")),
                officers_turn: true,
                ..withheld
            },
        ),
    ] {
        add(name, Thing::Withholding(about));
    }
    add("the house", Thing::House);
    all
}

/// The matrix: per asker and situation the deeds that are allowed and those that a policy forbids.
pub fn matrix(policies: &Policies) -> String {
    let mut text =
        String::from("✓ allowed, ✗ forbidden, and by which policies. What is not here, nothing permits.\n");
    for asker in askers() {
        writeln!(text, "\n{}", asker.name).unwrap_or_default();
        for situation in situations(&asker.facts) {
            let lines = lines(policies, &asker.facts, &situation.thing);
            if !lines.is_empty() {
                writeln!(text, "  {}", situation.name).unwrap_or_default();
                text.push_str(&lines);
            }
        }
    }
    text
}

/// One line per verdict, with the deeds that have it.
fn lines(policies: &Policies, asker: &ActorFacts, thing: &Thing) -> String {
    let mut verdicts: Vec<(Verdict, Vec<&str>)> = Vec::new();
    for (action, _, _) in policy::actions::ALL.iter().filter(|(action, _, _)| fits(action, asker, thing)) {
        let verdict = decide(policies, action, asker, thing);
        if verdict.policies.is_empty() {
            continue;
        }
        match verdicts.iter_mut().find(|(known, _)| *known == verdict) {
            Some((_, actions)) => actions.push(action),
            None => verdicts.push((verdict, vec![action])),
        }
    }
    let mut text = String::new();
    for (Verdict { allowed, policies }, actions) in verdicts {
        let sign = if allowed { '✓' } else { '✗' };
        writeln!(text, "    {sign} {}  ({})", actions.join(" "), policies.join(", ")).unwrap_or_default();
    }
    text
}

/// Whether the schema lets this asker do this deed to such a thing at all; a deed that does not fit is an
/// error, which denies as well.
pub fn fits(action: &str, asker: &ActorFacts, thing: &Thing) -> bool {
    let deeds: &[&str] = match (&asker.capacity, thing) {
        (Capacity::Staff(_), Thing::Part(_)) => &[
            "ReadDossier",
            "ReadEntry",
            "WriteEntry",
            "CorrectEntry",
            "WithdrawEntry",
            "ReadDocuments",
            "ReadDocument",
            "AddDocument",
            "PrintDocument",
            "WithdrawDocument",
            "DecideDelay",
            "ChangeDetails",
            "CorrectBirthDate",
            "ReadPeople",
            "ChangePeople",
            "ChangeAuthority",
            "RevealBsn",
            "ReadInvolvements",
            "ReadAssignable",
            "AssessIntake",
            "AssignInvolvement",
            "ReassignInvolvement",
            "EndInvolvement",
            "ReadProtection",
            "ProtectDossier",
            "LiftProtection",
            "ReadExclusions",
            "ExcludeWorker",
            "ShieldEntry",
            "AddQuestion",
            "ClosePart",
            "ReadPlan",
            "WritePlan",
            "AgreePlan",
            "AnswerPlan",
            "PrintPlan",
            "ReadHandOver",
            "HandOver",
            "LookTogether",
            "ReopenPart",
            "ReadTasks",
            "ReadTask",
            "WriteTask",
            "ChangeTask",
            "OpenEmergency",
            "AskApproval",
            "ApproveEmergency",
            "ExplainAccess",
            "ReadClientLog",
        ],
        (Capacity::Staff(_), Thing::Desk { .. }) => &[
            "BeginIntake",
            "CheckExistence",
            "CreateDossier",
            "ActivateResident",
            "ListAccounts",
            "AppointStaff",
            "ReadTeams",
            "BeginEmergency",
            "OpenEmergency",
            "AskApproval",
            "ExplainAccess",
            "ListInquiries",
            "ListWithheld",
            "ChooseLog",
            "ListFindings",
            "ReadThresholds",
            "ChangeThresholds",
            "ReadClientLog",
            "ListReviews",
            "TellBoard",
            "ListBreaches",
            "ReadBreach",
        ],
        (Capacity::Staff(_), Thing::Emergency { .. }) => {
            &["EndEmergency", "ReadExplanation", "ExplainEmergency"]
        }
        (Capacity::Staff(_), Thing::Review(_)) => &["ReadReview", "JudgeEmergency"],
        (Capacity::Staff(_), Thing::Inquiry(_)) => &["ReadInquiry", "AnswerInquiry"],
        (Capacity::Staff(_), Thing::Finding { .. }) => &["ReadFinding", "JudgeFinding"],
        (Capacity::Staff(_), Thing::Withholding(_)) => &[
            "PrepareWithhold",
            "ProposeWithhold",
            "ReadWithheld",
            "DecideWithheld",
            "ExtendWithheld",
            "ReleaseWithheld",
        ],
        (Capacity::Staff(_), Thing::Applicant { .. }) => &["ActivateResident"],
        (Capacity::Staff(_), Thing::Post { .. }) => {
            &["ActivateStaff", "ReadWorkerLog", "ReadPost", "ChangePost", "StopSessions"]
        }
        (Capacity::Staff(_), Thing::Desktop { .. }) => &[
            "ListCaseload",
            "ListTasks",
            "SearchOwn",
            "ReadDrafts",
            "KeepDraft",
            "DiscardDraft",
            "ReadOwnStanding",
            "DeclareConflict",
            "RegisterOwnAbsence",
        ],
        (Capacity::Staff(_), Thing::Team { .. }) => &[
            "ListQueue",
            "ReadTeam",
            "ListDelays",
            "RegisterAbsence",
            "EndConflict",
            "NoteContact",
            "ListContacts",
            "RemoveContact",
            "ListEmergencies",
            "ReadTeamLog",
        ],
        (Capacity::Own { .. } | Capacity::Proxy(_), Thing::Portal { .. }) => &["ReadOwnHome"],
        (Capacity::Own { .. } | Capacity::Proxy(_), Thing::Part(_)) => &[
            "ReadOwnDossier",
            "ReadOwnEntry",
            "ReadOwnAccess",
            "ReadOwnPeople",
            "AskAboutLook",
            "ReadOwnInquiry",
            "PursueInquiry",
            "ReadOwnDocuments",
            "ReadOwnDocument",
            "ReadOwnPlan",
            "AnswerOwnPlan",
            "MarkOwnStep",
            "AskAboutPlan",
        ],
        (Capacity::System(_), Thing::House) => {
            &["PurgeDrafts", "PurgeContacts", "PurgeEmergencies", "IndexSearch", "ReviewLog"]
        }
        (Capacity::System(_), Thing::Portal { .. }) => &["AddressOwner"],
        _ => &[],
    };
    deeds.contains(&action)
}
