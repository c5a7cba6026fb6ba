-- The register holds banks and groups too.
comment on column institution.type is 'securities, fund, asset_manager, private_fund, insurance, wealth, bank, foreign, media or group';
