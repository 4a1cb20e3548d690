//! The policy files, compiled into the binary, validated strictly and sliced per action.

use std::collections::BTreeMap;

use cedar_policy::{
    ActionConstraint, EntityUid, Policy, PolicyId, PolicySet, Schema, ValidationMode, Validator,
};
use sha2::{Digest, Sha256};

const SCHEMA: &str = include_str!("../cedar/schema.cedarschema");
const FILES: &[(&str, &str)] = &[
    ("walls.cedar", include_str!("../cedar/walls.cedar")),
    ("dossier.cedar", include_str!("../cedar/dossier.cedar")),
    ("involvement.cedar", include_str!("../cedar/involvement.cedar")),
    ("standing.cedar", include_str!("../cedar/standing.cedar")),
    ("intake.cedar", include_str!("../cedar/intake.cedar")),
    ("contact.cedar", include_str!("../cedar/contact.cedar")),
    ("desktop.cedar", include_str!("../cedar/desktop.cedar")),
    ("portal.cedar", include_str!("../cedar/portal.cedar")),
    ("account.cedar", include_str!("../cedar/account.cedar")),
];

/// Why policies could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum PolicySetError {
    #[error("the policy schema does not parse: {0}")]
    Schema(String),
    #[error("{file} does not parse: {why}")]
    Parse { file: String, why: String },
    #[error("a policy in {file} has no @id")]
    Unnamed { file: String },
    #[error("two policies are called {0}")]
    Twice(String),
    #[error("the policies do not fit the schema: {0}")]
    Invalid(String),
}

/// The running policies: readable, validated, immutable.
pub struct Policies {
    schema: Schema,
    whole: PolicySet,
    by_action: BTreeMap<&'static str, PolicySet>,
    empty: PolicySet,
    ids: Vec<String>,
    version: String,
}

impl Policies {
    /// The policies of this build. Fails when they do not parse or do not fit the schema.
    pub fn built_in() -> Result<Self, PolicySetError> {
        Self::without(None)
    }

    /// The same with one policy left out, to prove that each one matters.
    pub fn without(left_out: Option<&str>) -> Result<Self, PolicySetError> {
        let (schema, _) =
            Schema::from_cedarschema_str(SCHEMA).map_err(|e| PolicySetError::Schema(e.to_string()))?;
        let mut all = Vec::new();
        for (file, source) in FILES {
            all.extend(named(file, source)?.into_iter().filter(|p| Some(id_of(p).as_str()) != left_out));
        }
        let mut whole = PolicySet::new();
        for policy in &all {
            whole.add(policy.clone()).map_err(|_| PolicySetError::Twice(id_of(policy)))?;
        }
        let checked = Validator::new(schema.clone()).validate(&whole, ValidationMode::Strict);
        if !checked.validation_passed() {
            let why: Vec<String> = checked.validation_errors().map(ToString::to_string).collect();
            return Err(PolicySetError::Invalid(why.join("; ")));
        }

        let mut by_action = BTreeMap::new();
        for (name, _, _) in crate::actions::ALL {
            let slice = all.iter().filter(|p| speaks_of(p, name)).cloned();
            let slice =
                PolicySet::from_policies(slice).map_err(|e| PolicySetError::Invalid(e.to_string()))?;
            by_action.insert(*name, slice);
        }
        let mut hash = Sha256::new();
        hash.update(SCHEMA);
        for (file, source) in FILES {
            hash.update(file);
            hash.update(source);
        }
        let version = hash.finalize()[..6].iter().map(|b| format!("{b:02x}")).collect();
        let ids = all.iter().map(id_of).collect();
        Ok(Self { schema, whole, by_action, empty: PolicySet::new(), ids, version })
    }

    /// The policies that can speak about an action.
    pub(crate) fn of(&self, action: &str) -> &PolicySet {
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
