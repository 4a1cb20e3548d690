//! Documents that came in, made as files first and then added as a worker adds them.

use app::document::{Add, Bring, NotBrought};
use domain::{DataCategory, amsterdam_date};

use super::sign_in::Wanted;
use super::{Loader, Why, code, refused};
use crate::demo::content::documents::Letter;

impl Loader<'_> {
    pub(super) async fn add_document(&mut self, letter: &'static Letter) -> Result<(), Why> {
        let file = if letter.pdf { pdf(letter.lines) } else { letter.lines.join("\n").into_bytes() };
        let brought = match self.app.bring_in(&file).await {
            Ok(brought) => brought,
            Err(NotBrought::Refused(why)) => return Err(why.to_string()),
            // Somebody who looks around on a kernel without seccomp filters still gets the rest of the world.
            Err(NotBrought::Failed(why)) => {
                tracing::warn!(error = %why, "the demo has no documents");
                self.loaded.left_out.push(format!("document {}", letter.title));
                return Ok(());
            }
        };
        let add = Add {
            part: self.part(letter.resident, letter.domain)?,
            source: code(letter.source)?,
            category: DataCategory::General,
            dated: amsterdam_date(self.store.now()),
            documents: vec![Bring { title: letter.title.to_owned(), brought }],
            form: self.store.random_id(),
        };
        let asker = self.asker(letter.by, Wanted::Live).await?;
        self.app.perform(asker, add).await.map(drop).map_err(refused)
    }
}

/// A PDF of one sheet with these lines, in a font that every reader has.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut content = "BT /F1 14 Tf 22 TL 70 760 Td".to_owned();
    for line in lines {
        let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        content += &format!(" ({line}) Tj T*");
    }
    content += " ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let (mut out, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n{table}", objects.len() + 1);
    out += &format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}
