# What a worker began to write.

drafts-title = Drafts
drafts-lead = Only you see your drafts. We keep a draft for 7 days.
drafts-empty = You have no drafts. What you begin to write comes here.
draft-no-dossier = No dossier chosen yet
draft-changed = Changed on { $when }.
draft-expires = Expires on { $day }
draft-discard = Throw away
draft-discarded = The draft is gone.
draft-saved = Draft saved at { $time }.
draft-saved-apart = This draft was changed in another place too. This text is now a draft of its own, saved at { $time }.
draft-not-saved = The draft has not been saved. Use Save draft.
draft-only-you = Only you see this. We keep a draft for 7 days.
