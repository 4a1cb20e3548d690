//! A tiny world, made by the loader, is a world of the product: it verifies, its schema is that of any store, and
//! nothing in it points at what is not there.
