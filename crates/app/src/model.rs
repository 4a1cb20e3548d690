//! The authorization model as anybody may read it (ACC-14): made by asking the running policies, once, because they do not
//! change while the product runs. It holds no personal data, so nobody has to be asked and nothing is recorded.

use domain::LegalDomain;
pub use policy::Described;
use policy::Policies;
use policy::model::{Grant, Role, Subject, When, grants, subject_of};

use crate::App;

/// Who may do what, and by which rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Model {
    /// The version that stands in each record.
    pub version: String,
    /// Every role: its code, and whether it is a function of staff.
    pub roles: Vec<(&'static str, bool)>,
    /// In the order of the headings.
    pub subjects: Vec<AboutSubject>,
    /// The functions that work in each law, once involved.
    pub domains: Vec<(LegalDomain, Vec<&'static str>)>,
    /// The rules of the program.
    pub rules: Vec<Described>,
    /// What the house forbids besides, with its own reason.
    pub of_the_house: Vec<Described>,
}

/// The deeds under one heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboutSubject {
    /// The code of the heading, such as "dossier".
    pub code: &'static str,
    pub deeds: Vec<Deed>,
}

/// One deed and everybody who may do it. Empty: nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deed {
    /// As the record names it.
    pub action: &'static str,
    pub ticks: Vec<Tick>,
}

/// A role that may do it, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// The code of a role, such as "worker" or "resident".
    pub role: &'static str,
    /// The role is a function of staff.
    pub is_staff: bool,
    /// The code of when, such as "involved".
    pub when: &'static str,
    /// Only after signing in again.
    pub fresh: bool,
    /// The ids of the rules that allow it.
    pub rules: Vec<String>,
}

impl App {
    /// The model of the running policies.
    pub fn model(&self) -> &Model {
        self.model.get_or_init(|| of(self.store.policies()))
    }
}

fn of(policies: &Policies) -> Model {
    let grants = grants(policies);
    let (of_the_house, rules) =
        policies.described().iter().cloned().partition(|policy| policy.reason.is_some());
    Model {
        version: policies.version().to_owned(),
        roles: Role::all().into_iter().map(|role| (role.code(), matches!(role, Role::Staff(_)))).collect(),
        subjects: Subject::ALL.into_iter().map(|subject| about(policies, subject, &grants)).collect(),
        domains: LegalDomain::ALL.iter().map(|&domain| (domain, working_in(domain, &grants))).collect(),
        rules,
        of_the_house,
    }
}

fn about(policies: &Policies, subject: Subject, grants: &[Grant]) -> AboutSubject {
    let actions = policy::actions::ALL.iter().map(|(action, _, _)| *action);
    let deeds = actions.filter(|action| subject_of(policies, action) == Some(subject)).map(|action| Deed {
        action,
        ticks: grants.iter().filter(|grant| grant.action == action).map(tick).collect(),
    });
    AboutSubject { code: subject.code(), deeds: deeds.collect() }
}

fn tick(grant: &Grant) -> Tick {
    Tick {
        role: grant.role.code(),
        is_staff: matches!(grant.role, Role::Staff(_)),
        when: grant.when.code(),
        fresh: grant.fresh,
        rules: grant.policies.clone(),
    }
}

fn working_in(domain: LegalDomain, grants: &[Grant]) -> Vec<&'static str> {
    let reads = |grant: &&Grant| {
        grant.action == "ReadDossier" && grant.when == When::Involved && grant.domains.contains(&domain)
    };
    grants.iter().filter(reads).map(|grant| grant.role.code()).collect()
}
