//! What waits, a page at a time, and only what is the reader's; today, by as many statements for one as for everybody.

use jiff::ToSpan;
use testkit::both_engines;

use super::*;

/// Findings of somebody, one for each of so many days.
async fn found(w: &World, who: &'static str, from: Date, days: i32) {
    let raw = w.raw();
    let member = w.person(who).member();
    let (controller, account, staff) = (
        raw.id(w.house.municipality.uuid()),
        raw.id(member.account.uuid()),
        raw.id(w.person(who).staff().uuid()),
    );
    for day in 0..days {
        let (id, day) = (raw.id(w.random_id()), from + day.days());
        raw.run(&format!(
            "INSERT INTO log_finding (id, controller, account, staff, day, finding, times, refused, ordinary, found_at)
             VALUES ({id}, {controller}, {account}, {staff}, '{day}', 'many-dossiers', 61, 0, 60, 0)"
        ))
        .await;
    }
}

async fn page(w: &World, who: &'static str, page: u32) -> (Vec<Line>, bool) {
    let listed = w.person(who).looks(List { page }).await.expect("judges");
    (listed.waiting, listed.more)
}

/// How many statements it takes to count today.
async fn costs(w: &World, who: &'static str) -> u64 {
    w.sequences().await;
    let asker = w.person(who).asker().await;
    let before = store::tally();
    w.app.look(asker, Today).await.expect("judges").done().await.expect("counted");
    store::tally().since(before).statements
}

both_engines! {
    async fn another_teams_heap_fills_no_page_of_the_own_team(w: World) {
        found(&w, "ria", date(2026, 3, 3), 30).await;
        found(&w, "joost", date(2026, 3, 3), 3).await;
        found(&w, "tom", date(2026, 6, 1), 60).await;

        let (first, more) = page(&w, "joost", 0).await;
        assert_eq!((first.len(), more), (25, true));
        assert!(first.iter().all(|it| it.staff_name == "Ria de Wit"), "never his own");
        assert!(first.is_sorted_by(|one, other| one.day >= other.day), "the newest day first");
        let (second, more) = page(&w, "joost", 1).await;
        assert_eq!((second.len(), more), (5, false));
        assert!(second.iter().all(|it| !first.contains(it)));
        assert_eq!(page(&w, "joost", 400_000_000).await, (vec![], false));
        let (of_deputy, _) = page(&w, "devi", 0).await;
        assert_eq!(of_deputy.iter().map(|it| it.staff_name.as_str()).collect::<Vec<_>>(), ["Joost Meijer"; 3]);
        let (of_everybody, more) = page(&w, "olga", 0).await;
        assert!(more && of_everybody.iter().all(|it| it.staff_name == "Tom Bakker"), "{of_everybody:?}");
    }

    async fn who_changed_teams_is_listed_by_each_day_for_who_was_responsible(w: World) {
        w.clock.set("2026-03-03T11:00:00Z");
        let member = w.samira().member();
        w.person("samira").leaves().await;
        let post = NewPost {
            person: member.person,
            account: member.account,
            controller: w.house.municipality,
            team: Some(w.house.zuid),
            function: Function::Worker,
            name: "Samira Haddad".into(),
            phone: String::new(),
            from: w.now(),
        };
        w.store.add_post(post).await.expect("a post");
        found(&w, "samira", MONDAY, 3).await;

        let days = async |who| page(&w, who, 0).await.0.iter().map(|it| it.day.day()).collect::<Vec<_>>();

        assert_eq!(days("joost").await, [3, 2]);
        assert_eq!(days("karin").await, [4, 3]);
        assert_eq!(days("olga").await, [4, 3, 2]);
    }

    async fn a_list_takes_the_same_statements_for_one_as_for_many(w: World) {
        let costs = async || {
            let asker = w.joost().asker().await;
            let before = store::tally();
            w.app.look(asker, List::default()).await.expect("judges").done().await.expect("listed");
            store::tally().since(before).statements
        };
        found(&w, "ria", MONDAY, 1).await;
        let one = costs().await;
        for who in ["samira", "nadia", "daan"] {
            found(&w, who, MONDAY, 30).await;
        }

        assert_eq!(costs().await, one);
    }

    async fn today_takes_the_same_statements_for_one_as_for_everybody(w: World) {
        any_look_stands_out(&w, MONDAY).await;
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.person("olga").signs_in_again().await;
        let (of_team, of_all) = (costs(&w, "joost").await, costs(&w, "olga").await);

        w.samira().opens_dossier_of(FATMA).await;
        w.ria().opens_dossier_of(NADIA).await;
        for who in ["samira", "nadia", "tom"] {
            w.person(who).reads(dossier.id).await.expect_err("not involved");
            searches(&w, who, &BILAL).await;
        }

        assert_eq!((costs(&w, "joost").await, costs(&w, "olga").await), (of_team, of_all));
        let today = w.joost().looks(Today).await.expect("his");
        assert!(today.iter().all(|it| it.staff_name != "Tom Bakker") && today.len() > 2, "his team: {today:?}");
    }
}
