//! The shape of a course: a story that is told in notes, without the person it is about.
//! The words in braces become that person's own when a dossier is filled.

/// A story under one legal domain.
#[derive(Debug)]
pub struct Course {
    /// Domain code.
    pub domain: &'static str,
    /// Ways in which it begins; a dossier has one of them.
    pub openings: &'static [Note],
    /// What may come next, in the order in which it happens.
    pub notes: &'static [Note],
    /// Ways in which it ends; a dossier has one of them, when it is over.
    pub closings: &'static [Note],
}

impl Course {
    /// Every note.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = &Note> {
        self.openings.iter().chain(self.notes).chain(self.closings)
    }
}

/// A note of a course.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// As in an entry.
    pub kind: &'static str,
    /// As in an entry.
    pub category: &'static str,
    /// As in an entry.
    pub source: &'static str,
    /// What was said, seen or agreed.
    pub facts: &'static str,
    /// What the worker makes of it.
    pub opinion: Option<&'static str>,
    /// What stood there first.
    pub corrected: Option<Corrected>,
    /// What it sets going, in a word that a later note of the course refers to.
    pub begins: Option<&'static str>,
    /// What must have been set going before.
    pub follows: Option<&'static str>,
}

/// What a note said before it was corrected, later that day.
#[derive(Clone, Copy, Debug)]
pub struct Corrected {
    /// The facts as they read at first.
    pub before: &'static str,
    /// Why they were changed.
    pub reason: &'static str,
}

const fn note(kind: &'static str, category: &'static str, facts: &'static str) -> Note {
    Note {
        kind,
        category,
        source: "client",
        facts,
        opinion: None,
        corrected: None,
        begins: None,
        follows: None,
    }
}

/// By telephone.
pub const fn phone(category: &'static str, facts: &'static str) -> Note {
    note("phone", category, facts)
}

/// At home.
pub const fn visit(category: &'static str, facts: &'static str) -> Note {
    note("visit", category, facts)
}

/// At the team's place or outside.
pub const fn conversation(category: &'static str, facts: &'static str) -> Note {
    note("conversation", category, facts)
}

/// Between professionals.
pub const fn consultation(category: &'static str, facts: &'static str) -> Note {
    note("consultation", category, facts)
}

/// Written by or to the client.
pub const fn message(category: &'static str, facts: &'static str) -> Note {
    note("message", category, facts)
}

/// Anything else.
pub const fn other(category: &'static str, facts: &'static str) -> Note {
    note("other", category, facts)
}

impl Note {
    /// With what the worker makes of it.
    pub const fn opinion(mut self, opinion: &'static str) -> Self {
        self.opinion = Some(opinion);
        self
    }

    /// Seen or heard by the worker.
    pub const fn observed(mut self) -> Self {
        self.source = "own-observation";
        self
    }

    /// Told by a parent or another representative.
    pub const fn told_by_a_parent(mut self) -> Self {
        self.source = "representative";
        self
    }

    /// Told by somebody else.
    pub const fn told_by_others(mut self) -> Self {
        self.source = "third-party";
        self
    }

    /// It said something else first.
    pub const fn corrected(mut self, before: &'static str, reason: &'static str) -> Self {
        self.corrected = Some(Corrected { before, reason });
        self
    }

    /// It sets something going.
    pub const fn begins(mut self, what: &'static str) -> Self {
        self.begins = Some(what);
        self
    }

    /// It makes sense only when this was set going.
    pub const fn follows(mut self, what: &'static str) -> Self {
        self.follows = Some(what);
        self
    }
}
