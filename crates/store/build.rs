//! One switch: the floor build, which `make bench` measures against. Everything is as in the product,
//! but a record is made and not handed over. It opens only a folder that was marked for measuring.

fn main() {
    println!("cargo:rustc-check-cfg=cfg(bench_floor)");
    println!("cargo:rerun-if-env-changed=SAMENDOSSIER_BENCH_FLOOR");
    if std::env::var("SAMENDOSSIER_BENCH_FLOOR").as_deref() == Ok("1") {
        println!("cargo:rustc-cfg=bench_floor");
    }
}
