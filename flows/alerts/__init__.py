"""Alerts: a run failed, an exchange went stale, contracts or fill rates drifted; by Prefect's automations or directly.

The `*.yaml` files here are automations of a Prefect server, which `jiyao alerts apply` creates; without a server
`JIYAO_ALERT_URL` names where runs send the same messages themselves.
"""
