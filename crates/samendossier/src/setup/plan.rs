//! The file of `setup`, read and checked as a whole before anything is made.

use std::collections::HashSet;
use std::path::Path;

use domain::{ControllerKind, Function, MailAddress};
use serde::Deserialize;

/// What is to be made.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub controller: Vec<Controller>,
    pub team: Vec<Team>,
    pub staff: Vec<Staff>,
}

/// A controller (CTL-01).
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    pub key: String,
    /// Such as `municipality` or `welfare-foundation`.
    pub kind: ControllerKind,
    pub name: String,
    pub phone: String,
    pub dpo_contact: String,
}

/// A team of a controller.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub key: String,
    pub controller: String,
    pub name: String,
    pub phone: String,
}

/// Somebody who works there.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    pub controller: String,
    /// Left out for functions that serve the whole organisation.
    pub team: Option<String>,
    /// Such as `worker`, `coordinator` or `intake`.
    pub function: Function,
    pub name: String,
    pub phone: String,
    pub login_name: String,
    /// Where e-mail goes that says that there is something. Left out: there is none; its owner can add it.
    #[serde(default, deserialize_with = "mail")]
    pub mail: Option<MailAddress>,
    /// The day of the last privacy training (ACC-13), as "2026-11-02".
    pub trained_on: Option<jiff::civil::Date>,
}

fn mail<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<MailAddress>, D::Error> {
    String::deserialize(from)?.parse().map(Some).map_err(serde::de::Error::custom)
}

impl Plan {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// A sentence that names the line, the key or the name that is wrong.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|why| why.kind().to_string())?;
        let plan: Self = toml::from_str(&text).map_err(|why| why.to_string())?;
        plan.check()?;
        Ok(plan)
    }

    fn check(&self) -> Result<(), String> {
        let controllers =
            once(self.controller.iter().map(|c| c.key.as_str()), "two controllers have the key")?;
        once(self.team.iter().map(|team| team.key.as_str()), "two teams have the key")?;
        once(self.staff.iter().map(|s| s.login_name.as_str()), "two people sign in as")?;
        for team in &self.team {
            if !controllers.contains(team.controller.as_str()) {
                return Err(format!("team \"{}\" names a controller that is not there", team.key));
            }
        }
        for staff in &self.staff {
            self.check_staff(staff, &controllers)?;
        }
        Ok(())
    }

    fn check_staff(&self, staff: &Staff, controllers: &HashSet<&str>) -> Result<(), String> {
        let who = &staff.login_name;
        if who.is_empty() || who.chars().any(|c| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '.') {
            return Err(format!("\"{who}\" is no name to sign in with: use a-z, 0-9 and a dot"));
        }
        if !controllers.contains(staff.controller.as_str()) {
            return Err(format!("\"{who}\" names a controller that is not there"));
        }
        let Some(key) = &staff.team else {
            let alone = !staff.function.carries_cases() && !staff.function.coordinates();
            return if alone { Ok(()) } else { Err(format!("\"{who}\" has a function that needs a team")) };
        };
        match self.team.iter().find(|team| team.key == *key) {
            Some(team) if team.controller == staff.controller => Ok(()),
            Some(_) => Err(format!("\"{who}\" is in a team of another controller")),
            None => Err(format!("\"{who}\" names a team that is not there")),
        }
    }
}

/// Every key once; gives them all.
fn once<'a>(keys: impl Iterator<Item = &'a str>, twice: &str) -> Result<HashSet<&'a str>, String> {
    let mut seen = HashSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(format!("{twice} \"{key}\""));
        }
    }
    Ok(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        [[controller]]
        key = "gemeente"
        kind = "municipality"
        name = "Gemeente Waterrijk"
        phone = "088-0000100"
        dpo_contact = "fg@example.nl"

        [[team]]
        key = "noord"
        controller = "gemeente"
        name = "Buurtteam Noord"
        phone = "088-0000101"

        [[staff]]
        controller = "gemeente"
        team = "noord"
        function = "coordinator"
        name = "Joost van Rijn"
        phone = "088-0000101"
        login_name = "joost"
        mail = "joost@gemeente.example"
        trained_on = "2026-11-02"
    "#;

    fn checked(text: &str) -> Result<(), String> {
        toml::from_str::<Plan>(text).map_err(|why| why.to_string())?.check()
    }

    #[test]
    fn a_good_plan_passes() {
        assert_eq!(checked(GOOD), Ok(()));
    }

    #[test]
    fn each_mistake_is_named() {
        let wrong = [
            ("function = \"coordinator\"", "function = \"wizard\"", "wizard"),
            ("team = \"noord\"\n        f", "f", "needs a team"),
            ("team = \"noord\"\n        f", "team = \"zuid\"\n        f", "a team that is not there"),
            ("login_name = \"joost\"", "login_name = \"Joost van Rijn\"", "no name to sign in with"),
            (
                "key = \"noord\"\n        controller = \"gemeente\"",
                "key = \"noord\"\n        controller = \"x\"",
                "not there",
            ),
            ("joost@gemeente.example", "joost@gemeente", "no e-mail address"),
            ("kind = \"municipality\"", "kind = \"municipality\"\n        colour = \"blue\"", "colour"),
        ];
        for (good, bad, said) in wrong {
            assert!(GOOD.contains(good), "{good}");
            let why = checked(&GOOD.replacen(good, bad, 1)).expect_err(bad);
            assert!(why.contains(said), "{why}");
        }
    }
}
