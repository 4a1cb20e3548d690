//! The policy files, compiled into the binary, validated strictly and sliced per action. A house may add files of
//! its own that only forbid (decision 0022).

use std::collections::BTreeMap;

use cedar_policy::{
    ActionConstraint, Effect, EntityUid, Policy, PolicyId, PolicySet, Schema, ValidationMode, Validator,
};
use sha2::{Digest, Sha256};

const SCHEMA: &str = include_str!("../cedar/schema.cedarschema");
const FILES: &[(&str, &str)] = &[
    ("walls.cedar", include_str!("../cedar/walls.cedar")),
    ("dossier.cedar", include_str!("../cedar/dossier.cedar")),
    ("involvement.cedar", include_str!("../cedar/involvement.cedar")),
    ("emergency.cedar", include_str!("../cedar/emergency.cedar")),
    ("standing.cedar", include_str!("../cedar/standing.cedar")),
    ("handover.cedar", include_str!("../cedar/handover.cedar")),
    ("search.cedar", include_str!("../cedar/search.cedar")),
    ("document.cedar", include_str!("../cedar/document.cedar")),
    ("task.cedar", include_str!("../cedar/task.cedar")),
    ("intake.cedar", include_str!("../cedar/intake.cedar")),
    ("contact.cedar", include_str!("../cedar/contact.cedar")),
    ("inquiry.cedar", include_str!("../cedar/inquiry.cedar")),
    ("review.cedar", include_str!("../cedar/review.cedar")),
    ("log.cedar", include_str!("../cedar/log.cedar")),
    ("log_review.cedar", include_str!("../cedar/log_review.cedar")),
    ("withhold.cedar", include_str!("../cedar/withhold.cedar")),
    ("desktop.cedar", include_str!("../cedar/desktop.cedar")),
    ("portal.cedar", include_str!("../cedar/portal.cedar")),
    ("account.cedar", include_str!("../cedar/account.cedar")),
    ("explain.cedar", include_str!("../cedar/explain.cedar")),
    ("plan.cedar", include_str!("../cedar/plan.cedar")),
];

/// Why policies could not be loaded.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PolicySetError {
    #[error("the policy schema does not parse: {0}")]
    Schema(String),
    #[error("{file} does not parse: {why}")]
    Parse { file: String, why: String },
    #[error("a policy in {file} has no @id")]
    Unnamed { file: String },
    #[error("{file} holds a template (?principal or ?resource), which nobody fills in: write a policy")]
    Template { file: String },
    #[error("the policies do not fit the schema: {0}")]
    Invalid(String),
    #[error("{file}: policy \"{policy}\" permits something; a policy of a house may only forbid")]
    LocalPermit { file: String, policy: String },
    #[error(
        "{file}: policy \"{policy}\" must be called @id(\"{LOCAL}…\"), so that the record tells whose it is"
    )]
    LocalName { file: String, policy: String },
    #[error(
        "{file}: policy \"{policy}\" has no @reason(\"…\"): say in a plain sentence why, for residents read it"
    )]
    LocalReason { file: String, policy: String },
    #[error("{file} does not fit the schema: {why}")]
    LocalInvalid { file: String, why: String },
}

/// What the ids of a house's own policies begin with.
const LOCAL: &str = "local-";

/// A file of policies that a house added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalFile {
    /// Its name, without the folder.
    pub name: String,
    pub text: String,
}

/// One policy, for whoever reads them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Described {
    pub id: String,
    /// The file it stands in: its subject.
    pub file: String,
    /// It is a wall: it forbids, whatever is permitted.
    pub forbids: bool,
    /// The policy as it was written, in Cedar.
    pub source: String,
    /// Of a house's own: why, in its own words. None for those of the program, whose words stand in `text`.
    pub reason: Option<String>,
}

/// The running policies: readable, validated, immutable.
pub struct Policies {
    schema: Schema,
    whole: PolicySet,
    by_action: BTreeMap<&'static str, PolicySet>,
    empty: PolicySet,
    ids: Vec<String>,
    described: Vec<Described>,
    version: String,
}

impl Policies {
    /// The policies of this build. Fails when they do not parse or do not fit the schema.
    pub fn built_in() -> Result<Self, PolicySetError> {
        Self::of(None, &[])
    }

    /// The same with the policies of a house, which may only forbid.
    ///
    /// # Errors
    /// [`PolicySetError`], with the file and the policy.
    pub fn with_local(files: &[LocalFile]) -> Result<Self, PolicySetError> {
        Self::of(None, files)
    }

    /// The policies of this build with one left out, to prove that each one matters.
    pub fn without(left_out: Option<&str>) -> Result<Self, PolicySetError> {
        Self::of(left_out, &[])
    }

    fn of(left_out: Option<&str>, local: &[LocalFile]) -> Result<Self, PolicySetError> {
        let (schema, _) =
            Schema::from_cedarschema_str(SCHEMA).map_err(|e| PolicySetError::Schema(e.to_string()))?;
        let mut hash = Sha256::new();
        hash.update(SCHEMA);
        let (mut all, mut described) = (Vec::new(), Vec::new());
        for (file, source) in FILES {
            hash.update(file);
            hash.update(source);
            let kept = named(file, source)?.into_iter().filter(|p| Some(id_of(p).as_str()) != left_out);
            for policy in kept {
                described.push(describe(file, &policy));
                all.push(policy);
            }
        }
        for LocalFile { name, text } in local {
            hash.update(name);
            hash.update(text);
            let policies = named(name, text)?;
            for policy in &policies {
                only_forbids(name, policy)?;
                described.push(describe(name, policy));
            }
            fits(&schema, &policies)
                .map_err(|why| PolicySetError::LocalInvalid { file: name.clone(), why })?;
            all.extend(policies);
        }
        let whole = fits(&schema, &all).map_err(PolicySetError::Invalid)?;

        let mut by_action = BTreeMap::new();
        for (name, _, _) in crate::actions::ALL {
            let slice = all.iter().filter(|p| speaks_of(p, name)).cloned();
            let slice =
                PolicySet::from_policies(slice).map_err(|e| PolicySetError::Invalid(e.to_string()))?;
            by_action.insert(*name, slice);
        }
        let version = hash.finalize()[..6].iter().map(|b| format!("{b:02x}")).collect();
        let ids = all.iter().map(id_of).collect();
        Ok(Self { schema, whole, by_action, empty: PolicySet::new(), ids, described, version })
    }

    /// The policies that can speak about an action.
    pub(crate) fn about(&self, action: &str) -> &PolicySet {
        self.by_action.get(action).unwrap_or(&self.empty)
    }

    /// What the policies may speak of.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// All policies together, for whoever proves something about them. Decisions are made on a slice.
    pub fn whole(&self) -> &PolicySet {
        &self.whole
    }

    /// The ids of all policies, in file order.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Every policy, in file order, a house's own last.
    pub fn described(&self) -> &[Described] {
        &self.described
    }

    /// Whether a house's own policies speak about this deed. Lists, which SQL filters, ask row by row then.
    pub fn house_speaks_of(&self, action: &str) -> bool {
        self.about(action).policies().any(is_local)
    }

    /// Twelve hex digits that change with every change of schema or policies; kept on each record
    /// as the version of the authorisation protocol (ACC-18).
    pub fn version(&self) -> &str {
        &self.version
    }
}

fn named(file: &str, source: &str) -> Result<Vec<Policy>, PolicySetError> {
    let parsed: PolicySet = source.parse().map_err(|e: cedar_policy::ParseErrors| PolicySetError::Parse {
        file: file.into(),
        why: e.to_string(),
    })?;
    if parsed.templates().next().is_some() {
        return Err(PolicySetError::Template { file: file.into() });
    }
    let mut policies: Vec<&Policy> = parsed.policies().collect();
    policies.sort_by_key(|p| p.id().to_string());
    policies
        .into_iter()
        .map(|p| {
            let id = p.annotation("id").ok_or_else(|| PolicySetError::Unnamed { file: file.into() })?;
            Ok(p.new_id(PolicyId::new(id)))
        })
        .collect()
}

/// All of them together, when they fit the schema.
fn fits(schema: &Schema, policies: &[Policy]) -> Result<PolicySet, String> {
    let mut whole = PolicySet::new();
    for policy in policies {
        whole.add(policy.clone()).map_err(|_| format!("two policies are called {}", id_of(policy)))?;
    }
    let checked = Validator::new(schema.clone()).validate(&whole, ValidationMode::Strict);
    if checked.validation_passed() {
        return Ok(whole);
    }
    let why: Vec<String> = checked.validation_errors().map(ToString::to_string).collect();
    Err(why.join("; "))
}

/// INVARIANT: a house narrows and never widens, so what is proved about the policies holds for every house.
fn only_forbids(file: &str, policy: &Policy) -> Result<(), PolicySetError> {
    let (file, policy_id) = (file.to_owned(), id_of(policy));
    if policy.effect() == Effect::Permit {
        return Err(PolicySetError::LocalPermit { file, policy: policy_id });
    }
    if !is_local(policy) {
        return Err(PolicySetError::LocalName { file, policy: policy_id });
    }
    if policy.annotation("reason").is_none_or(|reason| reason.trim().is_empty()) {
        return Err(PolicySetError::LocalReason { file, policy: policy_id });
    }
    Ok(())
}

fn describe(file: &str, policy: &Policy) -> Described {
    Described {
        id: id_of(policy),
        file: file.to_owned(),
        forbids: policy.effect() == Effect::Forbid,
        source: policy.to_string(),
        reason: policy.annotation("reason").filter(|_| is_local(policy)).map(ToOwned::to_owned),
    }
}

fn is_local(policy: &Policy) -> bool {
    id_of(policy).starts_with(LOCAL)
}

fn id_of(policy: &Policy) -> String {
    policy.id().to_string()
}

fn speaks_of(policy: &Policy, action: &str) -> bool {
    let is = |uid: &EntityUid| uid.id().unescaped() == action;
    match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::In(list) => list.iter().any(is),
        ActionConstraint::Eq(one) => is(&one),
    }
}
