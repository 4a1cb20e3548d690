//! What kind of device a browser says that it is.

use axum::http::{HeaderMap, header};
use domain::sign_in::Device;

/// What the browser says that it is.
pub(crate) fn said(headers: &HeaderMap) -> Device {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    said.map_or(Device::UNKNOWN, Device::of)
}
