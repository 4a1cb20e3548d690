//! What stands between a worker and a dossier, said by whoever may say it.

use app::Asker;
use app::dossier::{PAGE, ReadIt};
use app::emergency::{Begin, Form, Open, Opened, Whom};
use app::entry::{Hide, Withdraw};
use app::family_plan::{Answer, Change, Save};
use app::family_visit::Note;
use app::involvement::Assign;
use app::review::{Explain, Judge, List};
use app::standing::{About, Declare, Exclude, OwnAbsence, Protect, TeamAbsence};
use app::today::ReadToday;
use app::withhold::{Decide, Propose, Release, Says};
use domain::family_visit::facts_for;
use domain::plan::How;
use domain::{
    EmergencyLength, EntryKind, HiddenFrom, RoleInCase, Sentence, ShieldAudience, Source, WithholdId,
};
use jiff::{SignedDuration, ToSpan};

use super::sign_in::Wanted;
use super::{Loader, Why, code, refused};
use crate::demo::content::standing::{Standing, Stands};
use crate::demo::content::world::At;
use crate::demo::plan::instant;

impl Loader<'_> {
    pub(super) async fn say(&mut self, standing: &'static Standing) -> Result<(), Why> {
        // Letting somebody in may ask for a fresh sign-in, and letting oneself in does (ACC-03).
        let sensitive = matches!(
            standing.what,
            Stands::Replaces { .. } | Stands::Emergency { .. } | Stands::Agreed { .. } | Stands::Told { .. }
        );
        let wanted = if sensitive { Wanted::Fresh } else { Wanted::Live };
        let asker = self.asker(standing.by, wanted).await?;
        match &standing.what {
            Stands::Conflict { kind, address } => {
                let declare = Declare { kind: code(kind)?, about: About::Address((*address).to_owned()) };
                self.app.perform(asker, declare).await.map_err(refused)
            }
            Stands::Absent { staff, from, days } => {
                let from = instant(*from, self.story_day);
                let until = from + SignedDuration::from_hours(24 * i64::from(*days));
                if *staff == standing.by {
                    return self.app.perform(asker, OwnAbsence { from, until }).await.map_err(refused);
                }
                let absence =
                    TeamAbsence { team: self.team_of(standing.by), staff: self.post(staff)?, from, until };
                self.app.perform(asker, absence).await.map_err(refused)
            }
            Stands::Protected { resident, ground } => {
                let protect = Protect { dossier: self.opened(resident)?.dossier, ground: code(ground)? };
                self.app.perform(asker, protect).await.map_err(refused)
            }
            Stands::Unwanted { resident, staff } => {
                let exclude = Exclude { dossier: self.opened(resident)?.dossier, staff: self.post(staff)? };
                self.app.perform(asker, exclude).await.map_err(refused)
            }
            Stands::Replaces { resident, domain, staff, reason, days_from_now } => {
                let last = self.today.saturating_add(i64::from(*days_from_now).days());
                let assign = Assign {
                    part: self.part(resident, domain)?,
                    staff: self.post(staff)?,
                    role: RoleInCase::Replacement,
                    reason: (*reason).to_owned(),
                    from: None,
                    until: domain::amsterdam_midnight(last),
                };
                self.app.perform(asker, assign).await.map(drop).map_err(refused)
            }
            Stands::Emergency { resident, reason, sentence } => {
                let client = self.world.residents.iter().find(|one| one.key == *resident);
                let client = client.ok_or_else(|| format!("nobody is called {resident}"))?;
                let form = Form {
                    surname: client.surname.to_owned(),
                    birth_date: code(client.birth_date)?,
                    bsn: None,
                    reason: code(reason)?,
                    sentence: Sentence::new(sentence).map_err(|why| why.to_string())?,
                    length: EmergencyLength::One,
                };
                let open = Open { whom: Whom::Sought(Box::new(form)), form: self.store.random_id() };
                let Opened::Now { dossier, .. } = self.app.perform(asker, open).await.map_err(refused)?
                else {
                    return Err(format!("the dossier of {resident} does not open"));
                };
                let read = ReadIt { dossier, page: 0, take: PAGE };
                let found = self.app.look(asker, read).await.map_err(refused)?;
                found.done().await.map(drop).map_err(super::failed)
            }
            Stands::Judged { resident, accessor, outcome, sentence } => {
                let listed = self.app.look(asker, List).await.map_err(refused)?;
                let listed = listed.done().await.map_err(super::failed)?;
                let number = self.loaded.dossiers.iter().find(|(key, ..)| key == resident).map(|it| it.1);
                let staff = self.post(accessor)?;
                let case =
                    listed.iter().find(|it| it.yours && it.staff == staff && Some(it.number) == number);
                let judge = Judge {
                    emergency: case
                        .ok_or_else(|| format!("{} judges nothing of {resident}", standing.by))?
                        .id,
                    outcome: code(outcome)?,
                    sentence: Sentence::new(sentence).map_err(|why| why.to_string())?,
                };
                self.app.perform(asker, judge).await.map(drop).map_err(refused)
            }
            Stands::Explained { sentence } => {
                let today = self.app.look(asker, ReadToday).await.map_err(refused)?;
                let today = today.done().await.map_err(super::failed)?;
                let emergency = today.explains.first().ok_or("nothing is asked")?.id;
                let text = Sentence::new(sentence).map_err(|why| why.to_string())?;
                self.app.perform(asker, Explain { emergency, text }).await.map_err(refused)
            }
            Stands::Later { ground, sentence } => {
                let own = self.app.look(asker, Begin).await.map_err(refused)?;
                let own = own.done().await.map_err(super::failed)?;
                let newest = own.lately.first().ok_or("nothing was opened lately")?;
                let propose = Propose {
                    emergency: newest.id,
                    ground: code(ground)?,
                    hidden_from: HiddenFrom::ClientAndProxies,
                    sentence: Sentence::new(sentence).map_err(|why| why.to_string())?,
                };
                self.app.perform(asker, propose).await.map(drop).map_err(refused)
            }
            Stands::Agreed { resident, days, sentence } => {
                let notice = self.told_later(asker, resident).await?;
                let today = domain::amsterdam_date(self.store.now());
                let says = Says::Later { review_on: today.saturating_add(i64::from(*days).days()) };
                let sentence = Sentence::new(sentence).map_err(|why| why.to_string())?;
                self.app.perform(asker, Decide { notice, says, sentence }).await.map_err(refused)
            }
            Stands::Told { resident, sentence } => {
                let notice = self.told_later(asker, resident).await?;
                let sentence = Sentence::new(sentence).map_err(|why| why.to_string())?;
                let release = Release { notice, tell_ground: true, sentence };
                self.app.perform(asker, release).await.map_err(refused)
            }
            Stands::Hidden { resident, happened } => {
                let entry = self.entry_of(resident, *happened)?;
                let hide = Hide { entry, audience: ShieldAudience::OtherWorkers, staff: None };
                self.app.perform(asker, hide).await.map_err(refused)
            }
            Stands::Withdrawn { resident, happened, ground, why } => {
                let entry = self.entry_of(resident, *happened)?;
                let withdraw =
                    Withdraw { entry, ground: code(ground)?, why: (*why).to_owned(), breach: false };
                self.app.perform(asker, withdraw).await.map(drop).map_err(refused)
            }
            Stands::Visited { shared, each } => {
                let form = self.store.random_id();
                let mut notes = Vec::new();
                for (resident, domain, own) in *each {
                    notes.push(Note {
                        part: self.part(resident, domain)?,
                        kind: EntryKind::Visit,
                        source: Source::OwnObservation,
                        happened_on: domain::amsterdam_date(self.store.now()),
                        happened_at: None,
                        facts: facts_for(shared, own),
                        opinion: String::new(),
                        was_there: true,
                        form,
                        draft: None,
                    });
                }
                let done = self.app.perform_all(asker, notes).await;
                done.map(drop).map_err(|mut why| refused(why.swap_remove(0).why))
            }
            Stands::Section { about, title, words, yes } => {
                let (section, plan) = (self.store.random_id().into(), self.store.random_id().into());
                let form = self.store.random_id();
                let change = Change::New { plan, title: (*title).to_owned(), words: (*words).to_owned() };
                let mut copies = Vec::new();
                for (resident, domain) in *about {
                    let part = self.part(resident, domain)?;
                    copies.push(Save { part, section, people: about.len(), change: change.clone(), form });
                }
                let done = self.app.perform_all(asker, copies).await;
                done.map_err(|mut why| refused(why.swap_remove(0).why))?;
                let on = domain::amsterdam_date(self.store.now());
                for (resident, domain) in about.iter().filter(|(resident, _)| yes.contains(resident)) {
                    let part = self.part(resident, domain)?;
                    let said = Answer { part, section, version: 1, yes: true, how: How::Talk, on };
                    self.app.perform(asker, said).await.map_err(refused)?;
                }
                Ok(())
            }
        }
    }

    /// The notice about this resident on the reader's list.
    async fn told_later(&self, asker: Asker, resident: &str) -> Result<WithholdId, Why> {
        let number = self.opened(resident)?.number;
        let rows = self.app.look(asker, app::withhold::List).await.map_err(refused)?;
        let rows = rows.done().await.map_err(super::failed)?;
        let row = rows.iter().find(|row| row.number == number);
        row.map(|row| row.id).ok_or_else(|| format!("nothing about {resident} is told later"))
    }

    pub(super) fn team_of(&self, key: &str) -> Option<domain::TeamId> {
        let team = self.world.staff.iter().find(|staff| staff.key == key)?.team?;
        self.teams.get(team).copied()
    }

    /// The entry about this resident of this moment.
    fn entry_of(&self, key: &'static str, happened: At) -> Result<domain::EntryId, Why> {
        let resident = self.world.residents.iter().find(|resident| resident.key == key);
        let index =
            resident.and_then(|resident| resident.entries.iter().position(|one| one.happened == happened));
        let entry = index.and_then(|index| self.entries.get(&(key, index)));
        entry.copied().ok_or_else(|| format!("nothing was written about {key} then"))
    }
}
