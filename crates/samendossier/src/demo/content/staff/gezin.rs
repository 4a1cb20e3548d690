//! The team of the provider of youth care.
//! Passwords and secrets are demo only.

use crate::demo::content::world::Staff;

/// The family team.
pub static GEZIN: [Staff; 3] = [
    Staff {
        key: "mirjam",
        person: "mirjam",
        name: "Mirjam Oosterhuis",
        function: "youth-worker",
        controller: "oever",
        team: Some("gezin"),
        login_name: "mirjam",
        password: "demo-trein-krekel-bord",
        totp_secret: "SAMENDOSSIERDEMOMIRJAM2222222222",
        active: true,
        pledge_days_ago: Some(740),
        trained_days_ago: 175,
        about: Some("jeugdhulp thuis; een organisatie met een eigen dossier"),
    },
    Staff {
        key: "petra",
        person: "petra",
        name: "Petra Vos",
        function: "intake",
        controller: "oever",
        team: Some("gezin"),
        login_name: "petra",
        password: "demo-bel-notitie-den",
        totp_secret: "SAMENDOSSIERDEMOPETRA22222222222",
        active: true,
        pledge_days_ago: Some(765),
        trained_days_ago: 215,
        about: None,
    },
    Staff {
        key: "youssef",
        person: "youssef",
        name: "Youssef Haddadi",
        function: "coordinator",
        controller: "oever",
        team: Some("gezin"),
        login_name: "youssef",
        password: "demo-roer-saffraan-ijs",
        totp_secret: "SAMENDOSSIERDEMOYOUSSEF222222222",
        active: true,
        pledge_days_ago: Some(775),
        trained_days_ago: 185,
        about: None,
    },
];
