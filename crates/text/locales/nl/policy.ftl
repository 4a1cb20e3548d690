# Why something may or may not, one sentence for each policy.

policy-default-deny = Geen regel staat dit toe met jouw functie.
policy-involved-reads = Je bent betrokken bij dit onderdeel. Daarom mag je het lezen.
policy-involved-writes = Je bent betrokken bij dit onderdeel. Daarom mag je erin schrijven.
policy-involved-reveals-bsn = Je bent betrokken en de wet vraagt om het BSN.
policy-intake-begins = Je doet intakes. Daarom zie je deze pagina.
policy-intake-checks-existence = Je doet intakes. Daarom mag je zoeken of iemand bekend is.
policy-intake-creates-dossier = Je doet intakes. Daarom mag je een dossier maken.
policy-coordinator-sees-who-is-involved = Je coördineert dit team. Daarom zie je wie betrokken is.
policy-coordinator-assigns = Je coördineert dit team. Daarom mag je medewerkers toewijzen.
policy-coordinator-lists-queue = Je coördineert dit team. Daarom zie je de vragen die wachten.
policy-worker-ends-own-involvement = Je mag zelf stoppen met een dossier.
policy-own-caseload = Je ziet de dossiers waarbij je betrokken bent.
policy-own-drafts = Een concept is alleen van de schrijver.
policy-job-purges-drafts = Het systeem ruimt oude concepten op.
policy-resident-own-home = U ziet uw eigen overzicht.
    .je = Je ziet je eigen overzicht.
policy-resident-reads-own = U leest uw eigen dossier.
    .je = Je leest je eigen dossier.
policy-wall-controller = Dit hoort bij een andere organisatie.
policy-wall-controller-desk = Je doet alleen intakes voor je eigen organisatie.
policy-wall-own-dossier = Dit gaat over jezelf. Gebruik daarvoor het portaal.
policy-wall-not-ready = Er moet eerst iets geregeld worden: je belofte, training of account.
policy-wall-stale-sign-in = Log eerst opnieuw in. Dit is een gevoelige handeling.
