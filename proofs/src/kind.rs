//! One kind of request: who asks, which deed, about what. The solver thinks about one kind at a time.

use std::fmt;

use cedar_policy::{PolicySet, RequestEnv, Schema};
use cedar_policy_symcc::CompiledPolicySet;

use crate::ProofFault;

/// A kind of request, with the running policies worked out for it.
pub struct Kind<'a> {
    schema: &'a Schema,
    env: RequestEnv,
    pub(crate) running: CompiledPolicySet,
}

impl<'a> Kind<'a> {
    /// Every kind of request that the schema knows.
    ///
    /// # Errors
    /// [`ProofFault::Failed`] when the policies do not fit the schema.
    pub fn all(schema: &'a Schema, running: &PolicySet) -> Result<Vec<Self>, ProofFault> {
        let mut kinds: Vec<RequestEnv> = schema.request_envs().collect();
        kinds.sort();
        kinds
            .into_iter()
            .map(|env| Ok(Self { running: compile(running, &env, schema)?, schema, env }))
            .collect()
    }

    /// The deed, as the schema writes it.
    pub fn deed(&self) -> String {
        self.env.action().to_string()
    }

    pub(crate) fn compile(&self, policies: &PolicySet) -> Result<CompiledPolicySet, ProofFault> {
        compile(policies, &self.env, self.schema)
    }
}

impl fmt::Display for Kind<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_kind(&self.env, to)
    }
}

fn compile(policies: &PolicySet, env: &RequestEnv, schema: &Schema) -> Result<CompiledPolicySet, ProofFault> {
    CompiledPolicySet::compile(policies, env, schema)
        .map_err(|why| ProofFault::Failed { about: Named(env).to_string(), why: why.to_string() })
}

struct Named<'a>(&'a RequestEnv);

impl fmt::Display for Named<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_kind(self.0, to)
    }
}

fn write_kind(env: &RequestEnv, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(to, "{} {} {}", env.principal(), env.action().id().unescaped(), env.resource())
}
