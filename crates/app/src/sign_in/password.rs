//! Passwords: Argon2id, at most two at a time, so that signing in never starves opening a dossier.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use store::Error;
use tokio::sync::Semaphore;

/// 19 MiB, two passes, one lane: the lower of the two settings that are commonly advised.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Hashes computed at the same time.
const AT_ONCE: usize = 2;
/// Who waits longer than this many others is told that it is busy.
const QUEUE: usize = 64;

/// Hashes and compares.
pub struct Passwords {
    turns: Semaphore,
    queue: Semaphore,
    /// Compared with when nobody has the name, so that it takes as long.
    nobody: String,
    /// How many slow hashes were computed.
    computed: AtomicU64,
}

fn argon2() -> Argon2<'static> {
    // Unwrap safety: the constants are within the limits of Argon2, tested below.
    #[expect(clippy::unwrap_used, reason = "constants")]
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The PHC string of a password. Slow on purpose.
fn hash(password: &str, salt: &[u8]) -> Result<String, Error> {
    argon2()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(|_| Error::Unavailable("the password could not be hashed".into()))
}

/// A password that fits a hash, as was found earlier in this process. It proves nothing about another hash.
pub struct Proven {
    hash: String,
}

impl Proven {
    /// The PHC string that it fits.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

impl crate::App {
    /// The PHC string of a new password, with a fresh salt.
    pub async fn hash_password(&self, password: String) -> Result<String, Error> {
        self.passwords.hash(password, self.store.random32()).await
    }

    /// The same, with the proof that the password fits its own hash: for a tool that makes accounts and signs in
    /// as them many times over.
    pub async fn hash_and_prove(&self, password: String) -> Result<Proven, Error> {
        Ok(Proven { hash: self.hash_password(password).await? })
    }

    /// How many slow hashes were computed since the start: the work of signing in, which tells of load, and that a
    /// name nobody has costs as much as another.
    pub fn slow_hashes(&self) -> u64 {
        self.passwords.computed.load(Ordering::Relaxed)
    }
}

impl Passwords {
    /// Prepares the hash that names nobody has are compared with; takes as long as one sign-in.
    pub fn new(password: [u8; 32], salt: [u8; 32]) -> Self {
        let password: String = password.iter().map(|byte| format!("{byte:02x}")).collect();
        let nobody = hash(&password, &salt[..16]);
        Self {
            turns: Semaphore::new(AT_ONCE),
            queue: Semaphore::new(QUEUE),
            nobody: nobody.unwrap_or_default(),
            computed: AtomicU64::new(0),
        }
    }

    /// The PHC string of a new password.
    pub async fn hash(self: &Arc<Self>, password: String, salt: [u8; 32]) -> Result<String, Error> {
        self.in_turn(move |_| hash(&password, &salt[..16])).await?
    }

    /// Whether the password fits. `None`: nobody has that name, which takes as long and never fits.
    pub async fn fits(self: &Arc<Self>, password: String, hash: Option<String>) -> Result<bool, Error> {
        self.in_turn(move |nobody| {
            let known = hash.is_some();
            let hash = hash.as_deref().unwrap_or(nobody);
            let fits = argon2().verify_password(password.as_bytes(), hash).is_ok();
            fits && known
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&str) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let busy = || Error::Unavailable("too many people sign in at the same time".into());
        let _place = self.queue.try_acquire().map_err(|_| busy())?;
        let _turn = self.turns.acquire().await.map_err(|_| busy())?;
        let this = Arc::clone(self);
        self.computed.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(move || work(&this.nobody)).await.map_err(|_| Error::Panicked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let passwords = Arc::new(Passwords::new([1; 32], [2; 32]));

        let hash = passwords.hash("fiets-appel-regen".into(), [7; 32]).await.expect("a hash");

        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(passwords.fits("fiets-appel-regen".into(), Some(hash.clone())).await.expect("compared"));
        assert!(!passwords.fits("fiets-appel-Regen".into(), Some(hash)).await.expect("compared"));
        assert!(!passwords.fits("fiets-appel-regen".into(), None).await.expect("compared"));
    }

    #[tokio::test]
    async fn a_name_nobody_has_is_compared_with_a_real_hash() {
        let passwords = Passwords::new([1; 32], [2; 32]);

        assert!(passwords.nobody.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}
