# Why something may or may not, one sentence for each policy.

policy-default-deny = No rule allows this with your function.
policy-involved-reads = You are involved with this part. That is why you may read it.
policy-involved-writes = You are involved with this part. That is why you may write in it.
policy-involved-reveals-bsn = You are involved and the law asks for the BSN.
policy-intake-begins = You do intakes. That is why you see this page.
policy-intake-checks-existence = You do intakes. That is why you may search whether somebody is known.
policy-intake-creates-dossier = You do intakes. That is why you may make a dossier.
policy-coordinator-sees-who-is-involved = You coordinate this team. That is why you see who is involved.
policy-coordinator-assigns = You coordinate this team. That is why you may assign workers.
policy-coordinator-lists-queue = You coordinate this team. That is why you see the questions that wait.
policy-worker-ends-own-involvement = You may step back from a dossier yourself.
policy-own-caseload = You see the dossiers you are involved with.
policy-own-drafts = A draft belongs to its writer alone.
policy-job-purges-drafts = The system clears old drafts.
policy-resident-own-home = You see your own overview.
policy-resident-reads-own = You read your own dossier.
policy-wall-controller = This belongs to another organisation.
policy-wall-controller-desk = You do intakes for your own organisation only.
policy-wall-own-dossier = This is about yourself. Use the portal for that.
policy-wall-not-ready = Something must be arranged first: your pledge, training or account.
policy-wall-stale-sign-in = Sign in again first. This is a sensitive action.
