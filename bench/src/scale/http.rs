//! One connection that asks for pages, one after the other, and says how long each took.

use std::time::Instant;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::said;
use crate::load::answer;

/// A connection that is kept.
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Client {
    /// Connects to this machine.
    pub async fn connect(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.map_err(said)?;
        stream.set_nodelay(true).map_err(said)?;
        Ok(Self { stream, buffer: Vec::with_capacity(256 * 1024) })
    }

    /// Asks for a page. Seconds.
    pub async fn get(&mut self, path: &str, cookie: &str) -> Result<f64, String> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {cookie}\r\n\r\n");
        self.ask(&request).await
    }

    /// Sends a form. Seconds.
    pub async fn post(&mut self, path: &str, cookie: &str, form: &str) -> Result<f64, String> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        self.ask(&request).await
    }

    async fn ask(&mut self, request: &str) -> Result<f64, String> {
        let began = Instant::now();
        self.stream.write_all(request.as_bytes()).await.map_err(said)?;
        answer(&mut self.stream, &mut self.buffer)
            .await
            .map_err(|why| format!("{}: {why}", request.lines().next().unwrap_or_default()))?;
        Ok(began.elapsed().as_secs_f64())
    }

    /// The last answer.
    pub fn page(&self) -> String {
        String::from_utf8_lossy(&self.buffer).into_owned()
    }
}
