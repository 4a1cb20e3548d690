//! Measures the small world and the large one in turns, request by request, and prints what the large one costs more.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::http::Client;
use super::plan::Dice;
use super::serve::{Opened, Running};
use super::{Size, folder, verify};
use crate::{ROUNDS, median, say};

/// What is asked for, how often in a round.
const ASKED: [(What, usize); 4] =
    [(What::Dossier, 200), (What::Caseload, 100), (What::Search, 100), (What::Looked, 100)];
/// At most this many times as slow.
const BAR: f64 = 2.0;
const STORM: Duration = Duration::from_secs(5);
const CONNECTIONS: u64 = 16;

#[derive(Clone, Copy, Debug)]
enum What {
    Dossier,
    Caseload,
    Search,
    Looked,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "opening a dossier",
            Self::Caseload => "first caseload page",
            Self::Search => "exact search",
            Self::Looked => "who looked",
        }
    }
}

/// Makes both worlds in `place` where they are not there, measures, and prints.
pub async fn compare(place: &Path, small: Size, large: Size) -> Result<(), String> {
    let worlds = [place.join("small"), place.join("large")];
    for (world, size) in worlds.iter().zip([small, large]) {
        if !folder::holds(world, size) {
            folder::throw_away(world)?;
            super::load(world, size).await?;
        }
    }
    say(&format!("small: {small}, large: {large} (dossiers/entries/records)"));
    // Once to have the files at hand; a start that is measured is a warm one.
    for world in &worlds {
        Running::start(world).await?.stop().await?;
    }
    let (mut small, mut large) = (
        Side::of(Running::start(&worlds[0]).await?).await?,
        Side::of(Running::start(&worlds[1]).await?).await?,
    );
    for side in [&small, &large] {
        say(&format!("start to first page: {:.2} s", side.server.first_page));
    }
    let mut dice = Dice(1);
    small.warm().await?;
    large.warm().await?;
    for (what, times) in ASKED {
        let mut rounds = Rounds::default();
        for _ in 0..ROUNDS {
            let (mut of_small, mut of_large) = (Vec::new(), Vec::new());
            for _ in 0..times {
                let at = dice.below(u64::MAX) as usize;
                of_small.push(small.ask(what, at).await?);
                of_large.push(large.ask(what, at).await?);
            }
            rounds.add(of_small, of_large);
        }
        rounds.tell(what);
    }
    for (side, name) in [(&small, "small"), (&large, "large")] {
        let answers = side.storm().await?;
        let (rss, peak) = (side.server.memory("VmRSS")?, side.server.memory("VmHWM")?);
        say(&format!(
            "memory of the {name} one after {answers} openings on {CONNECTIONS} connections: {rss:.0} MB, at most {peak:.0} MB"
        ));
    }
    small.server.stop().await?;
    large.server.stop().await?;
    for world in &worlds {
        verify::verify(world).await?;
    }
    Ok(())
}

/// One world and the connection to it.
struct Side {
    server: Running,
    client: Client,
    /// One form token for each worker.
    forms: Vec<String>,
}

impl Side {
    async fn of(server: Running) -> Result<Self, String> {
        let mut client = Client::connect(server.port).await?;
        let mut forms = Vec::new();
        for opened in &server.opened {
            client.get("/werk/nieuw", &opened.cookie).await?;
            let page = client.page();
            let token = page.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
            forms.push(token.ok_or("a form without a token")?.0.to_owned());
        }
        Ok(Self { server, client, forms })
    }

    /// Everything once, so that both worlds are at hand; and what is shown is what was meant to be measured.
    async fn warm(&mut self) -> Result<(), String> {
        for at in 0..self.server.opened.len() {
            for what in [What::Dossier, What::Caseload] {
                self.ask(what, at).await?;
                self.shows("Meetveld")?;
            }
            self.ask(What::Looked, at).await?;
            self.shows("Mia Meter")?;
        }
        Ok(())
    }

    fn shows(&self, word: &str) -> Result<(), String> {
        if self.client.page().contains(word) { Ok(()) } else { Err(format!("a page without {word}")) }
    }

    async fn ask(&mut self, what: What, at: usize) -> Result<f64, String> {
        let at = at % self.server.opened.len();
        let Opened { cookie, dossier, surname, birth, .. } = &self.server.opened[at];
        match what {
            What::Dossier => self.client.get(&format!("/werk/dossier/{dossier}/tijdlijn"), cookie).await,
            What::Caseload => self.client.get("/werk/dossiers", cookie).await,
            What::Search => {
                let mut date = birth.splitn(3, '-');
                let mut next = || date.next().unwrap_or_default();
                let (year, month, day) = (next(), next(), next());
                // Half of them look for somebody who is there.
                let known = if at.is_multiple_of(2) { "" } else { "x" };
                let form = format!(
                    "csrf={}&surname={surname}{known}&birth-date={day}&birth-date-month={month}&birth-date-year={year}",
                    self.forms[at]
                );
                self.client.post("/werk/nieuw", cookie, &form).await
            }
            What::Looked => {
                let residents: Vec<&String> =
                    self.server.opened.iter().filter_map(|opened| opened.resident.as_ref()).collect();
                let cookie = residents[at % residents.len()].clone();
                self.client.get("/mijn/gekeken", &cookie).await
            }
        }
    }

    /// Many at once, over everything that is measured. Says how many answers there were.
    async fn storm(&self) -> Result<u64, String> {
        let over = Arc::new(AtomicBool::new(false));
        let pages: Arc<Vec<(String, String)>> = Arc::new(
            self.server
                .opened
                .iter()
                .map(|it| (format!("/werk/dossier/{}/tijdlijn", it.dossier), it.cookie.clone()))
                .collect(),
        );
        let mut tasks = Vec::new();
        for seed in 0..CONNECTIONS {
            let (over, pages, port) = (Arc::clone(&over), Arc::clone(&pages), self.server.port);
            tasks.push(tokio::spawn(async move {
                let (mut client, mut dice, mut answers) = (Client::connect(port).await?, Dice(seed), 0);
                while !over.load(Ordering::Relaxed) {
                    let (path, cookie) = &pages[dice.below(pages.len() as u64) as usize];
                    client.get(path, cookie).await?;
                    answers += 1;
                }
                Ok::<u64, String>(answers)
            }));
        }
        tokio::time::sleep(STORM).await;
        over.store(true, Ordering::Relaxed);
        let mut answers = 0;
        for task in tasks {
            answers += task.await.map_err(super::said)??;
        }
        Ok(answers)
    }
}

/// What the rounds gave, in seconds.
#[derive(Default)]
struct Rounds {
    small: Vec<(f64, f64)>,
    large: Vec<(f64, f64)>,
    ratios: Vec<f64>,
}

impl Rounds {
    fn add(&mut self, small: Vec<f64>, large: Vec<f64>) {
        let (small, large) = (percentiles(small), percentiles(large));
        self.ratios.push(large.0 / small.0);
        self.small.push(small);
        self.large.push(large);
    }

    fn tell(self, what: What) {
        let ms = |side: &[(f64, f64)]| {
            let p50 = median(side.iter().map(|(p50, _)| *p50).collect()) * 1000.0;
            let p99 = median(side.iter().map(|(_, p99)| *p99).collect()) * 1000.0;
            format!("{p50:.2} ms ({p99:.2})")
        };
        let (small, large, ratio) = (ms(&self.small), ms(&self.large), median(self.ratios));
        let verdict = if ratio <= BAR { "" } else { "  MISSED: the bar is 2.0" };
        say(&format!(
            "{:20} large/small {ratio:.2}   p50 (p99): small {small}, large {large}{verdict}",
            what.name()
        ));
    }
}

fn percentiles(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    (at(0.5), at(0.99))
}
