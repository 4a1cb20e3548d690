//! What is not needed any more goes: kept forms, half sign-ins, form tokens, old sessions, questions in an emergency, what
//! was sent. None of it is a dossier, and what is about a client goes by a job (ACC-19); terms stand in docs/retention.md.

use domain::days::KEPT_FORM_TTL;
use domain::outbox::KEPT_AFTER;
use domain::sign_in::TRIES_NAME_WINDOW;
use jiff::SignedDuration;

use super::{Chore, Desk, outbox};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// A form can be sent again this long after its deed was done.
const FORM_TOKEN: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Counting searches per day needs today; the record keeps the rest (ACC-02, ACC-22).
const EXISTENCE_CHECK: SignedDuration = SignedDuration::from_hours(48);
/// An ended session still says when somebody was here before.
const SESSION: SignedDuration = SignedDuration::from_hours(400 * 24);
/// A question to the coordinator names somebody who may be no client; the record keeps that it was asked (ACC-03).
const EMERGENCY_REQUEST: SignedDuration = SignedDuration::from_hours(30 * 24);
const HALF_SIGN_IN: SignedDuration = SignedDuration::from_mins(10);
const HALF_ACTIVATION: SignedDuration = SignedDuration::from_mins(40);

impl Store {
    /// Throws away what is older than its term.
    pub async fn tidy(&self) -> Result<(), Error> {
        self.chore(Tidy).await
    }
}

#[derive(Clone)]
struct Tidy;

impl Chore for Tidy {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        let old = [
            (sql!("DELETE FROM kept_form WHERE kept_at < $1"), KEPT_FORM_TTL),
            (sql!("DELETE FROM pending_sign_in WHERE began_at < $1"), HALF_SIGN_IN),
            (sql!("DELETE FROM sign_in_try WHERE since < $1"), TRIES_NAME_WINDOW),
            (sql!("DELETE FROM pending_activation WHERE began_at < $1"), HALF_ACTIVATION),
            (sql!("DELETE FROM passkey_question WHERE began_at < $1"), HALF_SIGN_IN),
            (sql!("DELETE FROM account_notice WHERE happened_at < $1"), SESSION),
            (sql!("DELETE FROM form_done WHERE done_at < $1"), FORM_TOKEN),
            (sql!("DELETE FROM existence_check WHERE recorded_at < $1"), EXISTENCE_CHECK),
            (sql!("DELETE FROM emergency_request WHERE asked_at < $1"), EMERGENCY_REQUEST),
            (sql!("DELETE FROM outbox WHERE ended_at < $1"), KEPT_AFTER),
            (sql!("DELETE FROM session WHERE seen_at < $1"), SESSION),
        ];
        for (statement, term) in old {
            desk.tx.run(statement, params![now - term]).await?;
        }
        outbox::settle(desk).await
    }
}
