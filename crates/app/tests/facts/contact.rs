//! Questions of people who stay anonymous (BAS-10): by a team and for a team, about nobody, and gone in time.

use app::contact::{CountOwn, ListOwn, Note, PurgeOld, Remove};
use app::{Asker, Job, NotDone, Who};
use domain::ContactId;
use domain::anonymous_contact::{AnonymousContact, Topic, TypedContact};
use jiff::SignedDuration;
use jiff::civil::Date;
use testkit::{BILAL, Outcome, Person, World, both_engines};

fn contact(w: &World, text: &str) -> AnonymousContact {
    on(w, domain::amsterdam_date(w.now()), "money", text)
}

fn on(w: &World, day: Date, topic: &str, text: &str) -> AnonymousContact {
    let typed = TypedContact { kind: "phone", topic, done: "answered", day: Some(day), text, looked: true };
    AnonymousContact::typed(typed, domain::amsterdam_date(w.now())).expect("about nobody")
}

async fn notes(
    who: Person<'_>,
    w: &World,
    contact: AnonymousContact,
) -> Result<(), NotDone<std::convert::Infallible>> {
    who.performs(Note { team: who.member().team, contact, form: w.random_id() }).await
}

async fn listed(who: Person<'_>) -> Vec<app::contact::Contact> {
    who.looks(ListOwn { team: who.member().team, page: 0 }).await.expect("of the team").contacts
}

/// The clock that throws away what is older than its term.
async fn purges(w: &World) -> u64 {
    let asker = Asker { who: Who::System(Job::PurgeContacts), correlation: w.random_id() };
    w.app.perform(asker, PurgeOld).await.expect("the clock may")
}

fn denied<T: std::fmt::Debug, R: std::fmt::Debug>(done: &Result<T, NotDone<R>>) {
    assert!(matches!(done, Err(NotDone::Denied { .. })), "{done:?}");
}

both_engines! {
    async fn another_team_and_another_controller_see_nothing_of_it(w: World) {
        notes(w.ria(), &w, contact(&w, "Vroeg naar een toeslag.")).await.expect("her team");
        let id = listed(w.ria()).await[0].id;

        for who in ["tom", "karin", "wouter"] {
            let noord = w.ria().member().team;
            assert_eq!(listed(w.person(who)).await, [], "{who} has a list of another team");
            denied(&w.person(who).looks(ListOwn { team: noord, page: 0 }).await);
            denied(&w.person(who).looks(CountOwn(noord)).await);
            denied(&w.person(who).performs(Remove { team: noord, contact: id }).await);
            let own = w.person(who).member().team;
            let gone = w.person(who).performs(Remove { team: own, contact: id }).await.expect("their own team");
            assert!(!gone, "an id of another team is nothing here");
        }
        assert_eq!(listed(w.ria()).await.len(), 1);
    }

    async fn who_takes_nobody_in_or_is_of_no_team_notes_nothing(w: World) {
        for who in ["kees", "petra", "lotte"] {
            denied(&notes(w.person(who), &w, contact(&w, "")).await);
            assert_eq!(w.last_record().await.outcome, Outcome::Denied);
        }
        denied(&w.kees().looks(CountOwn(w.ria().member().team)).await);
        let bilal = Note { team: w.ria().member().team, contact: contact(&w, ""), form: w.random_id() };
        denied(&w.bilal().performs(bilal).await);
    }

    async fn everybody_who_takes_in_for_the_team_notes_and_reads(w: World) {
        for who in ["ria", "daan", "ingeborg", "joost", "devi"] {
            notes(w.person(who), &w, contact(&w, "Over een brief.")).await.expect("takes in");
        }

        assert_eq!(listed(w.ingeborg()).await.len(), 5);
        assert_eq!(listed(w.joost()).await.len(), 5);
    }

    async fn it_is_about_nobody_and_leads_to_no_dossier(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        notes(w.ria(), &w, contact(&w, "Vroeg naar een toeslag.")).await.expect("her team");

        let noted = w.last_record().await;
        assert_eq!((noted.event.as_str(), noted.items.len()), ("NoteContact", 1));
        assert!(noted.subject.is_none() && noted.object.is_none() && noted.domains.is_empty());
        let contacts = listed(w.samira()).await;
        let read = w.last_record().await;
        assert_eq!((read.event.as_str(), read.count), ("ListContacts", 1));
        assert_eq!(read.items, [contacts[0].id.uuid()]);
        assert!(read.subject.is_none() && read.object.is_none());
        assert_eq!(contacts[0].text.as_deref(), Some("Vroeg naar een toeslag."));
    }

    async fn what_is_written_is_sealed_and_opens_only_where_it_stands(w: World) {
        for text in ["De een.", "De ander."] {
            notes(w.ria(), &w, contact(&w, text)).await.expect("her team");
        }
        let kept = w.raw().rows("SELECT words FROM anonymous_contact").await;
        assert!(kept.iter().all(|row| !String::from_utf8_lossy(row[0].bytes()).contains("De ")));

        let other = "UPDATE anonymous_contact
                        SET words = (SELECT MAX(o.words) FROM anonymous_contact o WHERE o.id <> anonymous_contact.id)
                      WHERE 0 = 0";
        if w.raw().file().is_some() {
            w.raw().run(other).await;
            let moved = w.ria().looks(ListOwn { team: w.ria().member().team, page: 0 }).await;
            assert!(matches!(moved, Err(NotDone::Failed(app::Error::Sealed(_)))), "{moved:?}");
        }
    }

    async fn the_same_form_sent_twice_counts_once(w: World) {
        let note = Note { team: w.ria().member().team, contact: contact(&w, ""), form: w.random_id() };

        for _ in 0..2 {
            w.ria().performs(note.clone()).await.expect("her team");
        }

        assert_eq!(listed(w.ria()).await.len(), 1);
    }

    async fn whoever_sees_a_name_takes_it_away_and_that_is_on_the_record(w: World) {
        notes(w.ria(), &w, contact(&w, "Bouzid belde.")).await.expect("not every name is seen");
        let contact = listed(w.samira()).await[0].id;
        let remove = Remove { team: w.samira().member().team, contact };

        assert!(w.samira().performs(remove).await.expect("the same team"));

        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.items.as_slice()), ("RemoveContact", &[contact.uuid()][..]));
        assert_eq!(listed(w.ria()).await, []);
        assert!(!w.ria().performs(remove).await.expect("her team"), "gone already");
        let nobodys = Remove { contact: ContactId(w.random_id()), ..remove };
        assert!(!w.ria().performs(nobodys).await.expect("her team"));
    }

    async fn the_words_go_after_three_months_and_the_count_at_the_end_of_next_year(w: World) {
        w.clock.set("2026-12-30T10:00:00Z");
        notes(w.ria(), &w, contact(&w, "Vroeg naar een toeslag.")).await.expect("her team");
        notes(w.ria(), &w, contact(&w, "")).await.expect("her team");

        w.clock.set("2027-03-30T10:00:00Z");
        assert_eq!(purges(&w).await, 0, "three months ago today");
        w.clock.set("2027-03-31T10:00:00Z");
        assert_eq!(purges(&w).await, 1);
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.count, record.staff), ("PurgeContacts", 1, None));
        let left = listed(w.ria()).await;
        assert_eq!((left.len(), left.iter().filter(|it| it.text.is_some()).count()), (2, 0));

        w.clock.set("2027-12-31T22:59:00Z");
        assert_eq!(purges(&w).await, 0, "still this year in Amsterdam");
        w.clock.set("2027-12-31T23:00:00Z");
        assert_eq!(purges(&w).await, 2);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM anonymous_contact").await.int(), 0);
    }

    async fn only_its_own_clock_throws_away(w: World) {
        let asker = Asker { who: Who::System(Job::PurgeDrafts), correlation: w.random_id() };

        denied(&w.app.perform(asker, PurgeOld).await);
        denied(&w.joost().performs(PurgeOld).await);
    }

    async fn they_are_counted_by_topic_and_year_and_listed_newest_first(w: World) {
        w.clock.set("2027-01-05T10:00:00Z");
        let day = |month, day| jiff::civil::date(if month == 1 { 2027 } else { 2026 }, month, day);
        for (on_day, topic) in [(day(12, 30), "money"), (day(1, 4), "money"), (day(12, 31), "papers"), (day(1, 5), "money")] {
            notes(w.ria(), &w, on(&w, on_day, topic, "")).await.expect("her team");
            w.clock.advance(SignedDuration::from_secs(1));
        }

        let found = w.ria().looks(ListOwn { team: w.ria().member().team, page: 0 }).await.expect("her team");

        let days: Vec<_> = found.contacts.iter().map(|it| it.happened_on).collect();
        assert_eq!(days, [day(1, 5), day(1, 4), day(12, 31), day(12, 30)]);
        let counts: Vec<_> = found.counts.iter().map(|it| (it.year, it.topic, it.count)).collect();
        assert_eq!(counts, [(2026, Topic::Money, 1), (2026, Topic::Papers, 1), (2027, Topic::Money, 2)]);
        assert_eq!(w.ria().looks(CountOwn(w.ria().member().team)).await.expect("her team"), found.counts);
    }

    async fn a_long_list_comes_in_pages(w: World) {
        for _ in 0..=app::contact::PAGE {
            notes(w.ria(), &w, contact(&w, "")).await.expect("her team");
        }
        let team = w.ria().member().team;

        let first = w.ria().looks(ListOwn { team, page: 0 }).await.expect("her team");
        let second = w.ria().looks(ListOwn { team, page: 1 }).await.expect("her team");
        let beyond = w.ria().looks(ListOwn { team, page: u32::MAX }).await.expect("her team");

        assert_eq!((first.contacts.len(), first.more), (25, true));
        assert_eq!((second.contacts.len(), second.more), (1, false));
        assert_eq!((beyond.contacts.len(), beyond.more), (0, false));
    }
}
