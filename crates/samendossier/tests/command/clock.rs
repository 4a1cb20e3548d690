//! A clock that is behind the record: serving does not begin, unless somebody says that the clock is right.

use ledger::Record;

use crate::house::House;

/// Writes a line that is so many minutes ahead, as a clock that ran ahead would have.
fn a_line_ahead(house: &House, minutes: i64) {
    let data = house.opens("samendossier.db");
    let now: i64 = data
        .query_row("SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000", [], |row| row.get(0))
        .expect("the time");
    let record = Record { occurred_at: now + minutes * 60_000, ..Record::default() };
    data.execute("INSERT INTO record (bytes, salt) VALUES (?1, ?2)", (record.encode(), [7_u8; 32]))
        .expect("written");
    data.execute("INSERT INTO record_waiting (row_no) SELECT MAX(row_no) FROM record", []).expect("written");
}

#[test]
fn a_clock_far_behind_the_record_is_refused_until_it_is_right_or_said_to_be() {
    let house = House::set_up();
    a_line_ahead(&house, 90);

    let refused = house.run(&["serve"]);
    let doctor = house.run(&["doctor"]);
    let running = house.serve(&["serve", "--accept-clock"]);

    let line = refused.trouble(1);
    assert!(line.contains("before the newest line of the record"), "{line}");
    assert!(line.contains("set the clock right") && line.contains("--accept-clock"), "{line}");
    assert!(doctor.out.contains("WRONG clock"), "{doctor:?}");
    assert!(running.err().contains("the clock was said to be right"), "{}", running.err());
    assert_eq!(running.stop(), Some(0));
    assert_eq!(house.run(&["ledger", "verify"]).code, Some(0));
}

#[test]
fn a_clock_a_little_behind_is_stood_out() {
    let house = House::set_up();
    a_line_ahead(&house, 4);

    let running = house.serve(&["serve"]);

    assert_eq!(running.stop(), Some(0));
}
