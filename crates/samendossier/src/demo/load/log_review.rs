//! What stands out, and what people say of it: the clock that looks through the record runs as it does when the product
//! serves, before anybody judges.

use app::dossier::{PAGE, ReadIt};
use app::intake::{Known, Search};
use app::log_review::{ChangeThem, Judge, List, ReviewNext, Thresholds};
use app::{Asker, Job, NotDone, Who};
use domain::BirthDate;
use uuid::Uuid;

use super::sign_in::Wanted;
use super::{Loader, Why, code, failed, refused};
use crate::demo::content::log_review::{Reviewing, Reviews};
use crate::demo::plan::date_of;

/// The one who numbers the record while the world is made.
const NODE: Uuid = Uuid::from_u128(1);
/// Everybody of the demo at once.
const TOGETHER: u32 = 200;

impl Loader<'_> {
    pub(super) async fn review(&mut self, it: &'static Reviewing) -> Result<(), Why> {
        match &it.what {
            Reviews::Count => self.counts().await,
            Reviews::Thresholds { dossiers, emergencies, reason } => {
                let change = ChangeThem {
                    from: date_of(it.at, self.story_day),
                    thresholds: Thresholds {
                        dossiers: *dossiers,
                        emergencies: *emergencies,
                        ..Thresholds::FIRST
                    },
                    reason: (*reason).to_owned(),
                };
                let asker = self.asker(it.by, Wanted::Fresh).await?;
                self.app.perform(asker, change).await.map_err(refused)
            }
            Reviews::Look { resident, refused: is_refused } => {
                let read = ReadIt { dossier: self.opened(resident)?.dossier, page: 0, take: PAGE };
                let asker = self.asker(it.by, Wanted::Live).await?;
                match (self.app.look(asker, read).await, is_refused) {
                    (Ok(read), false) => read.done().await.map(drop).map_err(failed),
                    (Err(NotDone::Denied { .. }), true) => Ok(()),
                    (Ok(_), true) => Err(format!("{resident} opens")),
                    (Err(why), _) => Err(refused(why)),
                }
            }
            Reviews::Search { surname, born } => {
                let birth_date: BirthDate = code(born)?;
                let search = Search { surname: (*surname).to_owned(), birth_date, bsn: None };
                let asker = self.asker(it.by, Wanted::Live).await?;
                match self.app.perform(asker, search).await.map_err(refused)? {
                    Known::Possibly => Err(format!("{surname} is known")),
                    Known::NoMatch(_) | Known::NothingToMatch(_) => Ok(()),
                }
            }
            Reviews::Judge { of, finding, verdict, sentence } => {
                self.counts().await?;
                let staff = self.post(of)?;
                let asker = self.asker(it.by, Wanted::Live).await?;
                let mut list = List::default();
                let line = loop {
                    let listed =
                        self.app.look(asker, list).await.map_err(refused)?.done().await.map_err(failed)?;
                    let mut waiting = listed.waiting.iter();
                    match waiting.find(|one| one.staff == staff && one.finding.code() == *finding) {
                        Some(line) => break line.clone(),
                        None if listed.more => list.page += 1,
                        None => return Err(format!("no {finding} of {of} waits")),
                    }
                };
                let read = u32::from(line.verdict.is_some());
                let judge = Judge {
                    finding: line.id,
                    verdict: code(verdict)?,
                    sentence: (*sentence).to_owned(),
                    read,
                };
                self.app.perform(asker, judge).await.map_err(refused)
            }
        }
    }

    /// Looks through every day that is over by now.
    async fn counts(&mut self) -> Result<(), Why> {
        loop {
            while self.store.sequence(NODE).await.map_err(failed)?.unwrap_or_default() > 0 {}
            if !self.store.log_review_is_due().await.map_err(failed)? {
                return Ok(());
            }
            let asker = Asker { who: Who::System(Job::ReviewLog), correlation: self.store.random_id() };
            self.app.perform(asker, ReviewNext { at_most: TOGETHER }).await.map_err(refused)?;
        }
    }
}
