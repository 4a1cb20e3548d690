//! Which policies decide: those of the program, and what the house forbids besides.

use policy::Policies;

use super::findings::Findings;
use crate::config::Config;

/// Says the version that stands in each record, and each policy of the house. One that cannot be used stopped the
/// start.
pub fn look(config: &Config, found: &mut Findings) {
    let files = config.policies.as_ref().map_or(&[][..], |local| &local.files);
    let policies = match Policies::with_local(files) {
        Ok(policies) => policies,
        Err(why) => return found.wrong("policies", why.to_string()),
    };
    let (all, version) = (policies.ids().len(), policies.version());
    let Some(local) = &config.policies else {
        return found.fine("policies", format!("{all} of the program, none of the house; version {version}"));
    };
    let own: Vec<_> = policies.described().iter().filter(|policy| policy.reason.is_some()).collect();
    found.fine(
        "policies",
        format!(
            "{} of the program, {} of the house from {}; version {version}",
            all - own.len(),
            own.len(),
            local.folder.display()
        ),
    );
    for policy in own {
        let reason = policy.reason.as_deref().unwrap_or_default();
        found.fine("policies", format!("{} ({}) forbids: {reason}", policy.id, policy.file));
    }
}
