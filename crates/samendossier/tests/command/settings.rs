//! Every mistake in the settings is named in one line, and the process ends with 2.

use crate::house::House;

#[test]
fn a_wrong_setting_is_named_with_what_to_write() {
    let cases = [
        ("LISTEN", "8080", "write it like LISTEN=127.0.0.1:8080"),
        ("LISTEN", "localhost", "LISTEN=localhost"),
        ("DATABASE_URL", "mysql://db/x", "DATABASE_URL must begin with postgres://"),
        ("SHELF_URL", "keys.db", "SHELF_URL must begin with postgres://"),
        ("SHELF_URL", "postgres://db/shelf", "SHELF_URL needs DATABASE_URL"),
        ("NODE", "een twee", "NODE must be at most 64"),
        ("SECURE_COOKIES", "maybe", "SECURE_COOKIES=maybe is not clear: write yes or no"),
        ("KEYS_FROM", "cloud", "KEYS_FROM=cloud is unknown: write folder, mount or environment"),
        ("TRUSTED_PROXIES", "10.0.0.0/8,proxy", "TRUSTED_PROXIES names \"proxy\""),
        ("MAIL_HOST", "mail.example", "MAIL_FROM is empty"),
        ("MAIL_TLS", "starttls", "MAIL_TLS means something with MAIL_HOST only"),
        ("LOG", "info,,=", "LOG=info,,= is no filter"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT=xml is unknown: write text or json"),
        ("CONFIG", "/nowhere/settings.toml", "CONFIG names /nowhere/settings.toml, which cannot be read"),
    ];

    for (name, value, told) in cases {
        let answer = House::new().with(name, value).run(&["serve"]);

        let line = answer.trouble(2);
        assert!(line.contains(told), "{name}={value}: {line}");
    }
}

#[test]
fn data_and_shelf_in_one_place_is_refused() {
    let url = "postgres://db/samendossier";

    let answer = House::new().with("DATABASE_URL", url).with("SHELF_URL", url).run(&["serve"]);

    assert!(answer.trouble(2).contains("SHELF_URL and DATABASE_URL lead to the same place"));
}

#[test]
fn a_wrong_line_in_the_file_is_named() {
    let cases = [
        ("listen = \"127.0.0.1:1\"\ncolour = \"red\"\n", "line 2: there is no setting \"colour\""),
        ("\nnode = 7\n", "line 2: the value of node must be text"),
        ("[house]\nname = \"x\"\n", "line 1: there is no setting \"house\""),
        ("listen =\n", "line 1: this is no TOML"),
        ("data = \"x\"\n\nlisten = \"7\"\nlisten = \"8\"\n", "line 4: this is no TOML"),
        ("\nlog_format = \"xml\"\n", "line 2: LOG_FORMAT=xml is unknown"),
        ("data = \"x\"\nlog = \"info,,=\"\n", "line 2: LOG=info,,= is no filter"),
        ("keys_from = \"folder\"\nlog_format = \"text\"\nlog = \"info,,=\"\n", "line 3: LOG=info"),
        ("trusted_proxies = \"elders\"\n", "line 1: TRUSTED_PROXIES names \"elders\""),
        ("secure_cookies = \"soms\"\n", "line 1: SECURE_COOKIES=soms is not clear"),
        ("listen = \"nowhere\"\n", "line 1: LISTEN=nowhere is no address"),
    ];

    for (text, told) in cases {
        let house = House::new();
        let file = house.beside("settings.toml");
        std::fs::write(&file, text).expect("written");

        let house = house.with("CONFIG", file.display().to_string()).with("LISTEN", "");
        let answer = house.run(&["serve"]);

        let line = answer.trouble(2);
        assert!(line.contains(told), "{text:?}: {line}");
    }
}

#[test]
fn a_command_that_is_not_understood_is_named() {
    let house = House::new();

    assert!(house.run(&["sevre"]).trouble(2).contains("there is no command \"sevre\""));
    assert!(house.run(&["demo", "--frehs"]).trouble(2).contains("\"--frehs\""));
    assert!(house.run(&[]).trouble(2).contains("samendossier help"));
}

#[test]
fn help_and_version_need_no_settings() {
    let house = House::new().with("LISTEN", "nonsense");

    let help = house.run(&["help"]);
    let version = house.run(&["--version"]);

    assert_eq!((help.code, version.code), (Some(0), Some(0)));
    assert!(help.out.contains("samendossier ledger verify"));
    assert!(version.out.starts_with("samendossier "));
}
