//! What a person reads out from the page leads to the line in the log.

use crate::house::House;
use crate::visitor::Visitor;

#[test]
fn the_id_on_the_page_of_an_outage_stands_in_the_log_with_its_cause() {
    let house = House::set_up();
    let running = house.serve(&["serve"]);
    let mut visitor = Visitor::at(&running);
    visitor.get("/inloggen");
    let data = house.opens("samendossier.db");
    data.execute_batch("BEGIN IMMEDIATE").expect("nobody else can write now");

    let answer = visitor.post("/inloggen", &[("name", "samira"), ("password", "x")]);

    drop(data);
    let header = answer.lines().find_map(|line| line.strip_prefix("x-request-id: ")).expect("an id").trim();
    let (head, page) = answer.split_once("\r\n\r\n").expect("a page");
    assert!(head.starts_with("HTTP/1.1 503"), "{head}");
    assert_eq!(header.len(), 32);
    assert!(page.contains(header), "the page does not show {header}: {page}");
    let log = running.err();
    let cause = log.lines().find(|line| line.contains("a request failed")).expect("the cause is logged");
    assert!(cause.contains(header), "{cause}");
    let request = log.lines().filter(|line| line.contains(header) && line.contains("status=503"));
    assert_eq!(request.count(), 1, "{log}");
    assert!(visitor.get("/inloggen").starts_with("HTTP/1.1 200"));
    assert_eq!(running.stop(), Some(0));
}
