-- What the newest question of a part is mostly about, sealed under the part's own key (ACC-09). Empty: not asked.
ALTER TABLE dossier_part ADD COLUMN life_area {bytes};
