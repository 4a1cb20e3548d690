//! Passkeys, with a device made of a key and a counter: what it signs is what a browser sends (decision 0014).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use testkit::World;

use crate::browser::{Answer, Browser, ORIGIN};

const PRESENT_AND_VERIFIED: u8 = 0x05;
const WITH_KEY: u8 = 0x40;

/// A device that holds one passkey.
#[derive(Clone)]
pub(crate) struct Device {
    key: SigningKey,
    id: Vec<u8>,
    /// Whose it is, as the house said when it was made.
    user: String,
    counter: u32,
    origin: &'static str,
}

impl Device {
    pub(crate) fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).expect("a key");
        Self { key, id: vec![seed; 32], user: String::new(), counter: 0, origin: ORIGIN }
    }

    fn client_data(&self, kind: &str, question: &Value) -> Vec<u8> {
        let challenge = &question["publicKey"]["challenge"];
        let said =
            json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        said.to_string().into_bytes()
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(b"dossier.example").to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The answer to the question that makes a passkey.
    pub(crate) fn makes(&mut self, question: &Value) -> String {
        self.user = question["publicKey"]["user"]["id"].as_str().expect("whose it is").to_owned();
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().expect("x"), point.y().expect("y"));
        let mut data = self.authenticator_data(PRESENT_AND_VERIFIED | WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        // COSE: kty EC2, alg ES256, crv P-256, x, y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend_from_slice(x);
        data.extend([0x22, 0x58, 0x20]);
        data.extend_from_slice(y);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).expect("short"));
        attestation.extend(data);
        let response = json!({
            "clientDataJSON": URL_SAFE_NO_PAD.encode(self.client_data("webauthn.create", question)),
            "attestationObject": URL_SAFE_NO_PAD.encode(attestation),
            "transports": ["internal"],
        });
        self.told(&response)
    }

    /// The answer to the question who is there.
    pub(crate) fn answers(&mut self, question: &Value) -> String {
        self.counter += 1;
        let data = self.authenticator_data(PRESENT_AND_VERIFIED);
        let said = self.client_data("webauthn.get", question);
        let signed = [data.as_slice(), &Sha256::digest(&said)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": URL_SAFE_NO_PAD.encode(said),
            "authenticatorData": URL_SAFE_NO_PAD.encode(data),
            "signature": URL_SAFE_NO_PAD.encode(signature.to_der().as_bytes()),
            "userHandle": self.user,
        });
        self.told(&response)
    }

    fn told(&self, response: &Value) -> String {
        let id = URL_SAFE_NO_PAD.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response })
            .to_string()
    }
}

testkit::both_engines! {
    async fn a_passkey_signs_in_without_a_name_and_until_it_is_taken_away(w: World) {
        for (seed, who, base, home) in [(1, "ria", "/werk/inloggen", "/werk"), (2, "bilal", "/mijn/inloggen", "/mijn")] {
            let mut owner = Browser::of(&w, who).await;
            let mut device = made(&mut owner, base, seed).await;

            let (mut browser, done) = signs_in(&w, &mut device).await;
            assert_eq!(done.location(), home);
            assert_eq!(browser.get(base).await.status, 200);
            let (_, again) = signs_in(&w, &mut device).await;
            assert_eq!(again.location(), home, "its counter moved");
            let record = w.records().await.into_iter().rev().find(|r| r.correlation == again.request_id());
            let record = record.expect("on the record");
            assert_eq!((record.event.as_str(), record.account), ("SignIn", Some(w.person(who).member().account.uuid())));

            let page = owner.get(base).await.text();
            let remove = page.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let remove = remove.into_iter().find(|to| to.ends_with("/weg")).expect("it is listed").to_owned();
            assert_eq!(owner.post(&remove, &[]).await.location(), format!("{base}?klaar=anders"));
            assert_eq!(signs_in(&w, &mut device).await.1.status, 422, "worth nothing any more");
        }
    }

    async fn what_does_not_fit_gets_one_answer(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let device = made(&mut ria, "/werk/inloggen", 1).await;

        let mut strange = Device::new(9);
        strange.user.clone_from(&device.user);
        let mut elsewhere = Device { origin: "https://dossier.voorbeeld", ..device.clone() };
        let mut forged = Device { key: SigningKey::from_slice(&[9; 32]).expect("a key"), ..device.clone() };
        let mut of_another = Device { user: URL_SAFE_NO_PAD.encode([7; 16]), ..device.clone() };
        for wrong in [&mut strange, &mut elsewhere, &mut forged, &mut of_another] {
            let (mut browser, answer) = signs_in(&w, wrong).await;
            assert_eq!(answer.status, 422, "{answer:?}");
            assert!(answer.text().contains("Deze passkey klopt niet") && !browser.is_signed_in().await);
        }
        for nonsense in ["", "{}", "[]", "\u{202e}", &"x".repeat(100_000)] {
            let mut browser = Browser::new(&w);
            browser.get("/inloggen").await;
            asked(&mut browser, "/inloggen/passkey/vraag").await;
            assert_eq!(browser.post("/inloggen/passkey", &[("antwoord", nonsense)]).await.status, 422);
        }
    }

    async fn each_question_is_answered_once_and_in_time(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut device = made(&mut ria, "/werk/inloggen", 1).await;
        let mut browser = Browser::new(&w);
        browser.get("/inloggen").await;
        let question = asked(&mut browser, "/inloggen/passkey/vraag").await;
        let answer = device.answers(&question);
        let mut copy = browser.clone();

        assert_eq!(browser.post("/inloggen/passkey", &[("antwoord", &answer)]).await.status, 303);
        assert_eq!(copy.post("/inloggen/passkey", &[("antwoord", &answer)]).await.status, 422, "heard before");
        let mut other = Browser::new(&w);
        other.get("/inloggen").await;
        asked(&mut other, "/inloggen/passkey/vraag").await;
        assert_eq!(other.post("/inloggen/passkey", &[("antwoord", &answer)]).await.status, 422, "another question");
        let question = asked(&mut other, "/inloggen/passkey/vraag").await;
        w.clock.advance(SignedDuration::from_mins(6));
        let late = device.answers(&question);
        assert_eq!(other.post("/inloggen/passkey", &[("antwoord", &late)]).await.status, 422, "too late");
    }

    async fn whoever_guesses_at_a_name_does_not_slow_its_passkey(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        let mut device = made(&mut ria, "/werk/inloggen", 1).await;
        for _ in 0..6 {
            let mut guess = Browser::new(&w);
            guess.get("/inloggen").await;
            guess.post("/inloggen", &[("name", "ria"), ("password", "fout")]).await;
            guess.get("/inloggen/code").await;
            guess.post("/inloggen/code", &[("code", "000000")]).await;
        }

        assert_eq!(signs_in(&w, &mut device).await.1.location(), "/werk");
    }

    async fn a_passkey_is_made_only_shortly_after_signing_in_and_for_oneself(w: World) {
        let mut ria = Browser::of(&w, "ria").await;
        ria.get("/werk/inloggen/passkey").await;
        let question = asked(&mut ria, "/werk/inloggen/passkey/vraag").await;
        let answer = Device::new(1).makes(&question);
        let mut samira = Browser::of(&w, "samira").await;
        samira.get("/werk/inloggen/passkey").await;
        let others = samira.post("/werk/inloggen/passkey", &[("antwoord", &answer)]).await;
        w.clock.advance(SignedDuration::from_mins(4));
        let late = ria.post("/werk/inloggen/passkey", &[("antwoord", &answer)]).await;

        assert_eq!(others.status, 422, "an answer to a question of another");
        assert_eq!(late.location(), "/opnieuw?terug=/werk/inloggen/passkey");
        let kept = w.raw().rows("SELECT credential, body FROM passkey").await;
        assert!(kept.is_empty());
    }
}

/// The question of the script.
pub(crate) async fn asked(browser: &mut Browser, path: &str) -> Value {
    let answer = browser.post(path, &[]).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"), "{answer:?}");
    serde_json::from_slice(&answer.body).expect("JSON")
}

/// Makes a passkey of whoever is signed in.
pub(crate) async fn made(owner: &mut Browser, base: &str, seed: u8) -> Device {
    let mut device = Device::new(seed);
    let page = owner.get(&format!("{base}/passkey")).await;
    assert!(page.text().contains("data-passkey=\"create\""), "{page:?}");
    let question = asked(owner, &format!("{base}/passkey/vraag")).await;
    assert_eq!(question["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(question["publicKey"]["authenticatorSelection"]["userVerification"], "required");
    let answer = device.makes(&question);
    let added = owner.post(&format!("{base}/passkey"), &[("antwoord", &answer)]).await;
    assert_eq!(added.location(), format!("{base}?klaar=anders"));
    device
}

pub(crate) async fn signs_in(w: &World, device: &mut Device) -> (Browser, Answer) {
    let mut browser = Browser::new(w);
    browser.get("/inloggen").await;
    let question = asked(&mut browser, "/inloggen/passkey/vraag").await;
    let answer = device.answers(&question);
    let done = browser.post("/inloggen/passkey", &[("antwoord", &answer)]).await;
    browser.get("/").await;
    (browser, done)
}
