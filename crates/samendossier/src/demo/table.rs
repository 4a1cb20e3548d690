//! The printed table of demo sign-ins: who, what they do, how to sign in, what there is to see. Only of accounts
//! that show something another one does not. Columns stand apart by two spaces; the secret is the last one.

use std::net::SocketAddr;

use jiff::Timestamp;
use text::{Lang, Words};

use super::code::code_of;
use super::content::world::{Staff, World};

/// One line of the table.
struct SignIn {
    who: String,
    role: String,
    login_name: &'static str,
    password: &'static str,
    secret: &'static str,
    about: &'static str,
}

/// The whole table, with the codes of this moment.
pub fn of(world: &World, listen: SocketAddr, now: Timestamp) -> String {
    let words = Words::staff(Lang::Nl);
    let mut groups: Vec<(String, Vec<SignIn>)> = world
        .teams
        .iter()
        .map(|team| {
            let group = format!("{} ({}, {})", team.name, team.phone, team.email);
            (group, staff(world, words, |one| one.team == Some(team.key)))
        })
        .collect();
    groups.push(("Voor alle teams".to_owned(), staff(world, words, |one| one.team.is_none())));
    groups.push(("Inwoners".to_owned(), residents(world)));

    let all = || groups.iter().flat_map(|(_, sign_ins)| sign_ins);
    let wide = |of: fn(&SignIn) -> &str| all().map(|one| of(one).chars().count()).max().unwrap_or(0);
    let (who, role) = (wide(|one| &one.who), wide(|one| &one.role));
    let (name, password) = (wide(|one| one.login_name).max(4), wide(|one| one.password));

    let mut lines = vec![
        String::new(),
        format!(
            "  {:who$}  {:role$}  {:name$}  {:password$}  {:7}  {}",
            "Wie", "Functie", "Naam", "Wachtwoord", "Code", "Geheim voor een app met codes"
        ),
    ];
    for (group, sign_ins) in &groups {
        lines.push(String::new());
        lines.push(group.clone());
        for one in sign_ins {
            lines.push(format!(
                "  {:who$}  {:role$}  {:name$}  {:password$}  {:7}  {}",
                one.who,
                one.role,
                one.login_name,
                one.password,
                grouped(&code_of(one.secret, now)),
                one.secret,
            ));
            lines.push(format!("      {}", one.about));
        }
    }
    let program = std::env::args().next().unwrap_or_else(|| "samendossier".to_owned());
    lines.extend([
        String::new(),
        "Alle mensen zijn verzonnen. Een code werkt 30 seconden en één keer; een nieuwe code:".to_owned(),
        format!("  {program} code samira"),
        String::new(),
        format!("Open http://{listen}   (stoppen: Ctrl-C)"),
    ]);
    lines.join("\n")
}

fn staff(world: &World, words: Words, fits: impl Fn(&Staff) -> bool) -> Vec<SignIn> {
    let fitting = world.staff.iter().filter(|one| fits(one));
    fitting
        .filter_map(|one| {
            Some(SignIn {
                who: one.name.to_owned(),
                role: words.code("function", one.function),
                login_name: one.login_name,
                password: one.password,
                secret: one.totp_secret,
                about: one.about?,
            })
        })
        .collect()
}

fn residents(world: &World) -> Vec<SignIn> {
    let name = |person: &str| {
        let resident = world.residents.iter().find(|resident| resident.person == person);
        resident.map(|resident| format!("{} {}", resident.given_names, resident.surname)).unwrap_or_default()
    };
    let accounts = world.portal_accounts.iter();
    accounts
        .map(|account| SignIn {
            who: name(account.person),
            role: "inwoner".to_owned(),
            login_name: account.login_name,
            password: account.password,
            secret: account.totp_secret,
            about: account.about,
        })
        .collect()
}

/// "123 456", as a phone shows it.
fn grouped(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((first, last)) => format!("{first} {last}"),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::WORLD;
    use super::*;

    #[test]
    fn every_account_worth_a_look_is_in_the_table_once_with_all_it_takes_to_sign_in() {
        let table = of(&WORLD, ([127, 0, 0, 1], 8080).into(), Timestamp::UNIX_EPOCH);
        let columns: Vec<Vec<&str>> = table
            .lines()
            .map(|line| line.trim().split("  ").map(str::trim).filter(|c| !c.is_empty()).collect())
            .collect();

        for one in WORLD.staff.iter().filter(|one| one.about.is_some()) {
            let lines: Vec<_> = columns.iter().filter(|line| line.get(2) == Some(&one.login_name)).collect();

            assert_eq!(lines.len(), 1, "{}", one.login_name);
            assert_eq!(lines[0][0], one.name);
            assert!(!lines[0][1].starts_with('['), "{}", lines[0][1]);
            assert_eq!((lines[0][3], lines[0].last()), (one.password, Some(&one.totp_secret)));
        }
        for one in WORLD.staff.iter().filter(|one| one.about.is_none()) {
            assert!(!table.contains(one.login_name), "{}", one.login_name);
        }
        assert!(table.lines().count() < 70, "it fits on a screen and a half");
        assert!(table.contains("http://127.0.0.1:8080"));
        for account in WORLD.portal_accounts {
            assert!(table.contains(account.totp_secret));
        }
    }
}
