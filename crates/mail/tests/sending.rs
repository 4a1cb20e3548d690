//! What leaves, when servers and this program fail at the worst moment: nothing is lost in silence, nothing arrives more
//! than twice, and a second time under the same Message-ID.

mod server;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::emergency::{Form, Open, Whom};
use domain::outbox::{GIVES_UP_AFTER, HELD_FOR};
use domain::{BirthDate, EmergencyLength, EmergencyReason, MailAddress, Sentence};
use jiff::SignedDuration;
use mail::{Carrier, Letterhead, Patience, Postman, Tls, Trouble};
use server::{Manner, Server, Taken};
use store::Store;
use testkit::{BILAL, World, both_engines};
use tokio::sync::watch;

/// Whom the emergency is told by e-mail, here.
const TOLD: [&str; 3] = ["ria", "joost", "devi"];

fn letterhead() -> Letterhead {
    Letterhead {
        from: "post@gemeente.example".parse().expect("an address"),
        reply_to: Some("balie@gemeente.example".parse().expect("an address")),
        origin: Some("https://dossier.example".to_owned()),
    }
}

/// A carrier in a hurry.
fn to(port: u16) -> Carrier {
    let quick = Duration::from_millis(700);
    Carrier::Server(mail::Server {
        host: "127.0.0.1".to_owned(),
        port,
        tls: Tls::Without,
        login: None,
        hello: "gemeente.example".to_owned(),
        patience: Patience { reach: quick, address: quick, hand_over: quick },
    })
}

fn postman_of(store: &Store, carrier: Carrier) -> Postman {
    Postman { store: store.clone(), carrier: Arc::new(carrier), letterhead: Arc::new(letterhead()) }
}

fn postman(w: &World, server: &Server) -> Postman {
    postman_of(&w.store, to(server.port))
}

async fn have_addresses(w: &World, who: &[&'static str]) {
    for who in who {
        let address: MailAddress = format!("{who}@gemeente.example").parse().expect("an address");
        w.store.give_mail_address(w.person(who).member().account, address).await.expect("an account");
    }
}

/// Tom opens Bilal's dossier, with which Ria works: that is told to whoever gave an address.
async fn something_to_tell(w: &World) {
    w.ria().opens_dossier_of(BILAL).await;
    opens(w).await;
}

async fn opens(w: &World) {
    w.tom().signs_in_again().await;
    let form = Form {
        surname: BILAL.surname.to_owned(),
        birth_date: BirthDate::full(BILAL.born),
        bsn: None,
        reason: EmergencyReason::ClientPresent,
        sentence: Sentence::new("Staat aan de balie, kan niet wachten.").expect("a sentence"),
        length: EmergencyLength::USUAL,
    };
    let open = Open { whom: Whom::Sought(Box::new(form)), form: w.random_id() };
    w.tom().performs(open).await.expect("it opens");
}

/// The states of everything in the outbox, in order.
async fn states(w: &World) -> Vec<String> {
    let rows = w.raw().rows("SELECT state FROM outbox ORDER BY state").await;
    rows.iter().map(|row| row[0].text().to_owned()).collect()
}

fn ids(letters: &[Taken]) -> Vec<String> {
    let mut ids: Vec<String> = letters.iter().map(|letter| letter.header("Message-ID")).collect();
    ids.sort();
    ids.dedup();
    ids
}

fn past_the_claim(w: &World) {
    w.clock.advance(HELD_FOR + SignedDuration::from_secs(1));
}

both_engines! {
    async fn each_is_told_once_and_nothing_is_told_but_that_there_is_something(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;

        postman(&w, &server).round().await.expect("the store works");
        postman(&w, &server).round().await.expect("the store works");

        let letters = server.taken();
        let mut to: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["<devi@gemeente.example>", "<joost@gemeente.example>", "<ria@gemeente.example>"]);
        assert_eq!(ids(&letters).len(), 3, "each letter has an id of its own");
        assert_eq!(states(&w).await, ["sent", "sent", "sent"]);
        for Taken { to, text } in &letters {
            let said = text.to_lowercase().replace(&to.trim_matches(['<', '>']).to_lowercase(), "");
            let private = [
                "bilal", "amrani", "tom", "bakker", "ria", "wit", "meijer", "noord", "zuid", "wijkteam", "nood",
                "emergency", "voorbeeldstad", "balie, kan", "dossiernummer",
            ];
            for word in private {
                assert!(!said.contains(word), "{word} in {text}");
            }
            assert!(text.contains("https://dossier.example"));
        }
        let one = &letters[0];
        assert_eq!(one.header("Auto-Submitted"), "auto-generated");
        assert_eq!(one.header("From"), "Samendossier <post@gemeente.example>");
        assert_eq!(one.header("Reply-To"), "balie@gemeente.example");
        assert_eq!(one.header("Subject"), "Er staat een bericht klaar");
        assert!(one.header("Message-ID").ends_with("@gemeente.example>"));
    }

    async fn a_server_that_is_down_gets_it_when_it_is_up_again(w: World) {
        let server = Server::start(Manner::Kind).await;
        let port = server.port;
        drop(server);
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;
        let postman = postman_of(&w.store, to(port));

        for _ in 0..3 {
            postman.round().await.expect("the store works");
            assert_eq!(states(&w).await, ["waiting"]);
            w.clock.advance(SignedDuration::from_hours(1));
        }
        let first_id = w.raw().one("SELECT message_id FROM outbox").await.text().to_owned();
        let server = Server::start_at(port, Manner::Kind).await;
        postman.round().await.expect("the store works");

        assert_eq!(states(&w).await, ["sent"]);
        assert_eq!(ids(&server.taken()), [format!("<{first_id}>")], "made before the first try");
        assert_eq!(server.taken().len(), 1);
    }

    async fn who_dies_after_the_letter_was_taken_sends_it_once_more_with_the_same_id(w: World) {
        let server = Server::start(Manner::Silent).await;
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;
        let (_stop, told) = watch::channel(false);

        let patient = Patience::default();
        let Carrier::Server(slow) = to(server.port) else { unreachable!("a server") };
        let slow = Carrier::Server(mail::Server { patience: patient, ..slow });
        let dies = tokio::spawn(postman_of(&w.store, slow).run(told));
        server.takes(1).await;
        dies.abort();
        assert!(dies.await.is_err_and(|why| why.is_cancelled()));

        server.becomes(Manner::Kind);
        let another = postman(&w, &server);
        another.round().await.expect("the store works");
        assert_eq!(server.taken().len(), 1, "somebody may be sending it still");
        past_the_claim(&w);
        another.round().await.expect("the store works");
        for _ in 0..3 {
            past_the_claim(&w);
            another.round().await.expect("the store works");
        }

        assert_eq!(server.taken().len(), 2);
        assert_eq!(ids(&server.taken()).len(), 1, "who has both can tell");
        assert_eq!(states(&w).await, ["sent"]);
        assert_eq!(w.raw().one("SELECT repeats FROM outbox").await.int(), 1, "marked as a repeat");
    }

    async fn after_a_second_silence_it_is_uncertain_and_never_sent_a_third_time(w: World) {
        for manner in [Manner::Silent, Manner::HangsUp] {
            w.raw().run("DELETE FROM outbox").await;
            let server = Server::start(manner).await;
            have_addresses(&w, &["ria"]).await;
            w.clock.advance(SignedDuration::from_hours(9));
            if w.raw().rows("SELECT id FROM dossier").await.is_empty() {
                something_to_tell(&w).await;
            } else {
                opens(&w).await;
            }
            let postman = postman(&w, &server);

            for _ in 0..5 {
                postman.round().await.expect("the store works");
                past_the_claim(&w);
            }

            assert_eq!(server.taken().len(), 2, "{manner:?}");
            assert_eq!(ids(&server.taken()).len(), 1);
            assert_eq!(states(&w).await, ["uncertain"]);
            let outbox = w.store.outbox().await.expect("it can be read");
            assert_eq!((outbox.uncertain, outbox.open), (1, 0), "somebody is told of it");
            let told = w.store.mail_address(w.ria().member().account).await.expect("read").expect("an address");
            assert!(told.fails, "she sees it with her own address");
        }
    }

    async fn two_deaths_leave_it_uncertain_too(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;

        for _ in 0..2 {
            w.store.claim_notice("gemeente.example").await.expect("the store works").expect("a notice");
            past_the_claim(&w);
        }
        w.store.tidy().await.expect("the store works");
        postman(&w, &server).round().await.expect("the store works");

        assert_eq!(states(&w).await, ["uncertain"]);
        assert!(server.taken().is_empty());
    }

    async fn two_nodes_at_once_send_it_once(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;
        let entropy = Arc::new(testkit::Dice::new(77));
        let other = testkit::open_store(w.places(), &w.clock, &entropy).await;
        let (one, two) = (postman(&w, &server), postman_of(&other, to(server.port)));

        for _ in 0..3 {
            let (one, two) = tokio::join!(one.round(), two.round());
            one.and(two).expect("the store works");
        }

        assert_eq!(server.taken().len(), 3);
        assert_eq!(ids(&server.taken()).len(), 3);
        assert_eq!(states(&w).await, ["sent", "sent", "sent"]);
        other.close();
    }

    async fn a_server_that_refuses_us_is_tried_again(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;

        for answer in [
            "554 5.7.1 <ria@gemeente.example>: Relay access denied\r\n",
            "530 5.7.0 Must issue a STARTTLS command first\r\n",
            "550 5.7.1 not from you\r\n",
            "550-5.7.26 this mail is not signed\r\n550 5.7.26 see our site\r\n",
            "554 no service\r\n",
            "452 4.2.2 full\r\n",
        ] {
            server.becomes(Manner::Answers(answer));
            postman(&w, &server).round().await.expect("the store works");
            assert_eq!(states(&w).await, ["waiting"], "{answer}");
            w.clock.advance(SignedDuration::from_hours(1));
        }
        server.becomes(Manner::Kind);
        postman(&w, &server).round().await.expect("the store works");

        assert_eq!(states(&w).await, ["sent"]);
    }

    async fn an_address_that_cannot_be_read_holds_up_nobody(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;
        let joost = w.raw().id(w.joost().member().account.uuid());
        w.raw().run(&format!("UPDATE mail_address SET address = substr(address, 1, 3) WHERE account = {joost}")).await;
        w.raw().run(&format!("UPDATE outbox SET due_at = due_at - 1 WHERE account = {joost}")).await;

        postman(&w, &server).round().await.expect("the others go");

        assert_eq!(states(&w).await, ["sent", "sent", "waiting"]);
        have_addresses(&w, &["joost"]).await;
        w.clock.advance(SignedDuration::from_hours(1));
        postman(&w, &server).round().await.expect("the store works");
        assert_eq!(states(&w).await, ["sent", "sent", "sent"], "it was not ended");
    }

    async fn one_address_that_is_refused_blocks_nobody(w: World) {
        let server = Server::start(Manner::Refuses("joost@")).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;

        for _ in 0..3 {
            postman(&w, &server).round().await.expect("the store works");
            w.clock.advance(SignedDuration::from_hours(1));
        }

        assert_eq!(server.taken().len(), 2);
        assert_eq!(states(&w).await, ["given-up", "sent", "sent"]);
        assert_eq!(w.store.outbox().await.expect("it can be read").given_up, 1);
    }

    async fn what_is_refused_for_now_or_because_of_the_sender_waits(w: World) {
        let server = Server::start(Manner::Busy).await;
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;
        let postman = postman(&w, &server);

        for manner in [Manner::Busy, Manner::RefusesSender] {
            server.becomes(manner);
            postman.round().await.expect("the store works");
            assert_eq!(states(&w).await, ["waiting"], "{manner:?}");
            w.clock.advance(SignedDuration::from_hours(1));
        }
        server.becomes(Manner::Kind);
        postman.round().await.expect("the store works");

        assert_eq!(states(&w).await, ["sent"]);
        assert_eq!(server.taken().len(), 1);
    }

    async fn a_letter_that_is_refused_is_given_up(w: World) {
        let server = Server::start(Manner::RefusesLetters).await;
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;

        postman(&w, &server).round().await.expect("the store works");

        assert_eq!(states(&w).await, ["given-up"]);
    }

    async fn a_server_that_hangs_holds_up_no_other_mail_and_no_deed(w: World) {
        let server = Server::start(Manner::HangsFor("ria@")).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;
        let (stop, told) = watch::channel(false);
        let Carrier::Server(slow) = to(server.port) else { unreachable!("a server") };
        let slow = Carrier::Server(mail::Server { patience: Patience::default(), ..slow });

        let runs = tokio::spawn(postman_of(&w.store, slow).run(told));
        server.takes(2).await;
        let dossier = w.samira().opens_dossier_of(testkit::FATMA).await;
        w.samira().writes(dossier.first_part(), "Er wordt gewoon gewerkt.").await.expect("involved");

        for _ in 0..100 {
            if states(&w).await == ["sending", "sent", "sent"] {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert_eq!(states(&w).await, ["sending", "sent", "sent"], "Ria's hangs, the others are there");
        stop.send_replace(true);
        runs.abort();
    }

    async fn who_takes_the_address_away_or_changes_it_is_heard_at_once(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;
        let account = |who| w.person(who).member().account;
        w.raw().run(&format!("DELETE FROM mail_address WHERE account = {}", w.raw().id(account("joost").uuid()))).await;
        w.store.close_account(account("devi")).await.expect("an account");
        let newer = "ria.thuis@gemeente.example".parse().expect("an address");
        w.store.give_mail_address(account("ria"), newer).await.expect("an account");

        postman(&w, &server).round().await.expect("the store works");

        let to: Vec<String> = server.taken().into_iter().map(|letter| letter.to).collect();
        assert_eq!(to, ["<ria.thuis@gemeente.example>"]);
        assert_eq!(states(&w).await, ["sent", "unwanted", "unwanted"]);
    }

    async fn an_address_whose_key_is_lost_blocks_nobody(w: World) {
        let server = Server::start(Manner::Kind).await;
        have_addresses(&w, &TOLD).await;
        something_to_tell(&w).await;
        let raw = w.raw();
        let account = raw.id(w.joost().member().account.uuid());
        let query = format!("SELECT address FROM mail_address WHERE account = {account}");
        let mut sealed = raw.one(&query).await.bytes().to_vec();
        // A byte of the name of its key: as if no copy of the shelf has that key.
        sealed[5] ^= 0x55;
        let sealed = raw.bytes(&sealed);
        raw.run(&format!("UPDATE mail_address SET address = {sealed} WHERE account = {account}")).await;

        postman(&w, &server).round().await.expect("the store works");

        assert_eq!(server.taken().len(), 2);
        assert_eq!(states(&w).await, ["given-up", "sent", "sent"]);
    }

    async fn after_five_days_it_is_given_up_and_a_month_later_forgotten(w: World) {
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;
        w.clock.advance(GIVES_UP_AFTER - SignedDuration::from_secs(60));
        w.store.tidy().await.expect("the store works");
        assert_eq!(states(&w).await, ["waiting"]);

        w.clock.advance(SignedDuration::from_secs(61));
        let server = Server::start(Manner::Kind).await;
        postman(&w, &server).round().await.expect("the store works");
        w.store.tidy().await.expect("the store works");

        assert!(server.taken().is_empty(), "what is so old surprises only");
        assert_eq!(states(&w).await, ["given-up"]);
        w.clock.advance(SignedDuration::from_hours(31 * 24));
        w.store.tidy().await.expect("the store works");
        assert!(states(&w).await.is_empty());
    }

    async fn a_folder_keeps_what_would_leave(w: World) {
        have_addresses(&w, &["ria"]).await;
        something_to_tell(&w).await;
        let folder = w.folder().join("mail");

        postman_of(&w.store, Carrier::Folder(folder.clone())).round().await.expect("the store works");

        let letters = files(&folder);
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("ria@gemeente.example") && letters[0].contains("Er staat een bericht klaar"));
        assert_eq!(states(&w).await, ["sent"]);
    }
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("text")).collect()
}

#[tokio::test]
async fn a_test_of_the_way_sends_nothing_and_says_what_is_wrong() {
    let server = Server::start(Manner::Kind).await;
    assert_eq!(to(server.port).test().await, Ok(()));
    server.becomes(Manner::Mute);
    assert_eq!(to(server.port).test().await, Err(Trouble::TooSlow));
    let port = server.port;
    server.becomes(Manner::Kind);
    let Carrier::Server(safe) = to(port) else { unreachable!("a server") };
    let safe = Carrier::Server(mail::Server { tls: Tls::AfterGreeting(mail::Roots::default()), ..safe });
    assert_eq!(safe.test().await, Err(Trouble::Tls), "a server without TLS gets nothing in the clear");
    assert!(server.taken().is_empty());
    drop(server);
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(to(port).test().await, Err(Trouble::Unreachable));
}

#[test]
fn the_steps_take_less_than_a_claim_lasts() {
    let Patience { reach, address, hand_over } = Patience::default();
    let all = SignedDuration::try_from(reach + address + hand_over).expect("minutes");

    assert!(all + SignedDuration::from_secs(60) < HELD_FOR);
}
