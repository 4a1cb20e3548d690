//! A load: so many connections asking for one page, one request after the other on each.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What to ask for, how often at once, how long.
pub struct Load {
    pub port: u16,
    pub cookie: String,
    pub path: String,
    pub connections: usize,
    pub seconds: u64,
}

/// What was measured: answers a second, and seconds per answer.
pub struct Measured {
    pub per_second: f64,
    pub p50: f64,
    pub p99: f64,
}

impl Load {
    /// Runs it on this machine only.
    pub async fn run(self) -> Result<Measured, String> {
        let over = Arc::new(AtomicBool::new(false));
        let request = Arc::new(format!(
            "GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {}\r\n\r\n",
            self.path, self.cookie
        ));
        let mut tasks = Vec::new();
        for _ in 0..self.connections {
            tasks.push(tokio::spawn(one(self.port, Arc::clone(&request), Arc::clone(&over))));
        }
        let began = Instant::now();
        tokio::time::sleep(Duration::from_secs(self.seconds)).await;
        over.store(true, Ordering::Relaxed);
        let mut times = Vec::new();
        for task in tasks {
            times.extend(task.await.map_err(|e| e.to_string())??);
        }
        let seconds = began.elapsed().as_secs_f64();
        times.sort_by(f64::total_cmp);
        if times.is_empty() {
            return Err("no answer at all".into());
        }
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
        Ok(Measured { per_second: times.len() as f64 / seconds, p50: at(0.5), p99: at(0.99) })
    }
}

async fn one(port: u16, request: Arc<String>, over: Arc<AtomicBool>) -> Result<Vec<f64>, String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.map_err(|e| e.to_string())?;
    stream.set_nodelay(true).map_err(|e| e.to_string())?;
    let mut times = Vec::new();
    let mut buffer = Vec::with_capacity(256 * 1024);
    while !over.load(Ordering::Relaxed) {
        let began = Instant::now();
        stream.write_all(request.as_bytes()).await.map_err(|e| e.to_string())?;
        answer(&mut stream, &mut buffer).await?;
        times.push(began.elapsed().as_secs_f64());
    }
    Ok(times)
}

/// Reads one answer into `buffer`; anything but a page is an error.
pub async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<(), String> {
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await.map_err(|e| e.to_string())? == 0 {
            return Err("the server closed the connection".into());
        }
        let Some(head) = buffer.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&buffer[..head]).to_lowercase();
        if !text.starts_with("http/1.1 200") {
            return Err(format!("not a page: {}", text.lines().next().unwrap_or_default()));
        }
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .and_then(|n| n.trim().parse::<usize>().ok())
            .ok_or("an answer without a length")?;
        while buffer.len() < head + 4 + length {
            if stream.read_buf(buffer).await.map_err(|e| e.to_string())? == 0 {
                return Err("the server closed the connection".into());
            }
        }
        return Ok(());
    }
}
