//! Policies that a house adds: they narrow and never widen, and what is wrong with one is told by file and name.

use domain::{
    AccountId, ControllerId, DossierId, Function, InvolvementId, LegalDomain, PartId, PersonId, SessionId,
    StaffId, TeamId,
};
use policy::{ActorFacts, Capacity, LocalFile, PartFacts, Policies, StaffFacts, Thing, Walls, decide};
use uuid::Uuid;

const NO_YOUTH_CARE: &str = r#"
@id("local-youth-care-elsewhere")
@reason("Jeugdhulp loopt bij ons via een ander loket.")
forbid (principal is Staff, action == Action::"WriteEntry", resource is Part)
when { resource.domain == "youth-care" };
"#;

fn house(text: &str) -> Result<Policies, String> {
    let file = LocalFile { name: "huis.cedar".into(), text: text.into() };
    Policies::with_local(&[file]).map_err(|why| why.to_string())
}

fn refused(text: &str) -> String {
    house(text).err().expect("refused")
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn ria() -> ActorFacts {
    ActorFacts {
        account: Some(AccountId(id(1))),
        session: Some(SessionId(id(2))),
        capacity: Capacity::Staff(StaffFacts {
            staff: StaffId(id(3)),
            person: PersonId(id(4)),
            controller: ControllerId(id(5)),
            team: Some(TeamId(id(6))),
            function: Function::Worker,
            coordinator_absent: false,
            ready: true,
        }),
        fresh: true,
    }
}

fn part(domain: LegalDomain) -> Thing {
    Thing::Part(PartFacts {
        part: PartId(id(7)),
        dossier: DossierId(id(8)),
        controller: ControllerId(id(5)),
        team: TeamId(id(6)),
        domain,
        subject: PersonId(id(40)),
        involvement: Some(InvolvementId(id(9))),
        emergency: None,
        cleared: false,
        walls: Walls::default(),
        extra_protected: false,
        closed: false,
    })
}

#[test]
fn a_permit_of_a_house_is_refused_by_file_and_name() {
    let told = refused(
        r#"@id("local-managers") @reason("Handig.")
           permit (principal is Staff, action == Action::"ReadDossier", resource is Part);"#,
    );

    assert_eq!(
        told,
        "huis.cedar: policy \"local-managers\" permits something; a policy of a house may only forbid"
    );
}

#[test]
fn an_attribute_that_does_not_exist_is_refused() {
    let told = refused(
        r#"@id("local-late") @reason("Niet in de nacht.")
           forbid (principal is Staff, action == Action::"ReadDossier", resource is Part)
           when { context.night };"#,
    );

    assert!(told.starts_with("huis.cedar does not fit the schema: ") && told.contains("night"), "{told}");
}

#[test]
fn what_would_not_work_without_a_sound_is_refused() {
    for (text, why) in [
        (
            r#"@id("local-x") @reason("y") forbid (principal == ?principal, action, resource);"#,
            "holds a template",
        ),
        (r#"@reason("y") forbid (principal, action, resource);"#, "has no @id"),
        (r#"@id("x") @reason("y") forbid (principal, action, resource);"#, "must be called @id(\"local-"),
        (r#"@id("local-x") forbid (principal, action, resource);"#, "has no @reason"),
        (r#"@id("local-x") @reason(" ") forbid (principal, action, resource);"#, "has no @reason"),
        (r#"@id("local-x") @reason("y") forbid (principal, action == Action::"Fly", resource);"#, "Fly"),
        ("forbid (principal", "does not parse"),
    ] {
        let told = refused(text);
        assert!(told.starts_with("huis.cedar") || told.contains(" in huis.cedar"), "{told}");
        assert!(told.contains(why), "{told}");
    }
    let twice = NO_YOUTH_CARE.repeat(2);
    assert!(refused(&twice).contains("two policies are called local-youth-care-elsewhere"));
}

#[test]
fn a_forbid_of_a_house_forbids_and_nothing_else_changes() {
    let built_in = Policies::built_in().expect("the policies are right");
    let narrowed = house(NO_YOUTH_CARE).expect("it only forbids");

    for &domain in LegalDomain::ALL {
        for action in ["ReadDossier", "WriteEntry", "CorrectEntry"] {
            let before = decide(&built_in, action, &ria(), &part(domain));
            let after = decide(&narrowed, action, &ria(), &part(domain));
            if action == "WriteEntry" && domain == LegalDomain::YouthCare {
                assert!(before.allowed && !after.allowed);
                assert_eq!(after.policies, ["local-youth-care-elsewhere"]);
            } else {
                assert_eq!(before, after, "{action} {domain}");
            }
        }
    }
    assert!(narrowed.house_speaks_of("WriteEntry") && !narrowed.house_speaks_of("ReadDossier"));
}

#[test]
fn the_version_in_each_record_tells_which_policies_of_the_house_there_were() {
    let built_in = Policies::built_in().expect("the policies are right");
    let one = house(NO_YOUTH_CARE).expect("it only forbids");
    let other = house(&NO_YOUTH_CARE.replace("WriteEntry", "CorrectEntry")).expect("it only forbids");

    let versions = [built_in.version(), one.version(), other.version()];

    assert!(
        versions[0] != versions[1] && versions[1] != versions[2] && versions[0] != versions[2],
        "{versions:?}"
    );
    let last = one.described().last().expect("its own is last");
    assert_eq!(last.reason.as_deref(), Some("Jeugdhulp loopt bij ons via een ander loket."));
    assert!(last.forbids && last.source.contains("youth-care"), "{}", last.source);
}
