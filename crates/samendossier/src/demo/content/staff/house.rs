//! Who works for all teams of the municipality and opens no dossier.
//! Passwords and secrets are demo only.

use crate::demo::content::world::Staff;

/// Without a team.
pub static HOUSE: [Staff; 2] = [
    Staff {
        key: "pieter",
        person: "pieter",
        name: "Pieter van Dam",
        function: "functional-admin",
        controller: "gemeente",
        team: None,
        login_name: "pieter",
        password: "demo-sleutel-zolder-vis",
        totp_secret: "SAMENDOSSIERDEMOPIETER2222222222",
        active: true,
        pledge_days_ago: Some(510),
        trained_days_ago: 90,
        about: Some("functioneel beheerder; ziet geen inhoud"),
    },
    Staff {
        key: "ineke",
        person: "ineke",
        name: "Ineke Wolters",
        function: "data-protection-officer",
        controller: "gemeente",
        team: None,
        login_name: "ineke",
        password: "demo-bril-weegschaal-kers",
        totp_secret: "SAMENDOSSIERDEMOINEKE22222222222",
        active: true,
        pledge_days_ago: Some(700),
        trained_days_ago: 60,
        about: Some("functionaris gegevensbescherming"),
    },
];
