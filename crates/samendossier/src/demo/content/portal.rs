//! The residents of the demo world who can sign in to their own page.
//! Adults only: accounts for young people and for parents arrive with their own rules (RGT-03).

use super::world::PortalAccount;

/// Passwords and secrets are demo only.
pub static ACCOUNTS: [PortalAccount; 4] = [
    PortalAccount {
        person: "bhagwandin",
        login_name: "bhagwandin",
        password: "demo-mango-regen-tram",
        totp_secret: "SAMENDOSSIERDEMOBHAGWANDIN222222",
        about: "inwoner: leest haar dossier en ziet wie keek",
    },
    PortalAccount {
        person: "yildiz",
        login_name: "yildiz",
        password: "demo-thee-schaak-brug",
        totp_secret: "SAMENDOSSIERDEMOYILDIZ2222222222",
        about: "inwoner met hulp van de gemeente én van de stichting",
    },
    PortalAccount {
        person: "de-vries",
        login_name: "devries",
        password: "demo-stap-spiegel-roeiboot",
        totp_secret: "SAMENDOSSIERDEMODEVRIES222222222",
        about: "inwoner met het langste dossier: meer dan één bladzijde",
    },
    PortalAccount {
        person: "ewa",
        login_name: "ewa",
        password: "demo-linnen-kastanje-bries",
        totp_secret: "SAMENDOSSIERDEMOEWA2222222222222",
        about: "inwoner van wie het dossier nog leeg is",
    },
];
