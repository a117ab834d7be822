"""Fills a fresh Tryton 6.0 database (Debian 12) for the tests.

Run by bootstrap.sh with the variables DB_NAME, TRYTOND_CONFIG, ERP_USER and ERP_PASSWORD.
What it makes must equal what the sandbox starts with in gateway/conformance/erp/seed.ts.
"""

import os
import time
from decimal import Decimal

from proteus import Model, config

START = time.time()
DATABASE = os.environ["DB_NAME"]

cfg = config.set_trytond(
    "sqlite:///" + DATABASE,
    config_file=os.environ["TRYTOND_CONFIG"],
    user="admin",
)

# Set-up tools inside the Debian packages. They can only be imported once DB_NAME is set.
from trytond.modules.account.tests.tools import (  # noqa: E402
    create_chart,
    create_fiscalyear,
    create_tax,
    get_accounts,
)
from trytond.modules.account_invoice.tests.tools import (  # noqa: E402
    create_payment_term,
    set_fiscalyear_invoice_sequences,
)
from trytond.modules.company.tests.tools import create_company, get_company  # noqa: E402
from trytond.modules.currency.tests.tools import get_currency  # noqa: E402

PRODUCTS = [
    # code, name, list price, units in stock
    ("WID-001", "Widget, small", "9.90", 120),
    ("WID-002", "Widget, large", "24.50", 40),
    ("CBL-010", "Cable 10 m", "12.00", 0),
]
COUNTRIES = [
    ("DE", "Germany"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("US", "United States"),
]
GROUPS = [
    "Account",
    "Party Administration",
    "Product Administration",
    "Sales",
    "Sales Administrator",
    "Stock",
]


def lap(message):
    print(f"{time.time() - START:6.2f}s {message}", flush=True)


lap("modules loaded")

# Company.
User = Model.get("res.user")
create_company(currency=get_currency("EUR"))
company = get_company()
company.party.name = "Reference Trading Company"
company.party.save()
cfg._context = User.get_preferences(True, cfg.context)
lap("company")

# Accounting: this year's periods, chart of accounts, one tax, one payment term.
fiscal_year = set_fiscalyear_invoice_sequences(create_fiscalyear(company))
fiscal_year.click("create_period")
create_chart(company)
accounts = get_accounts(company)
tax = create_tax(Decimal(".20"))
tax.name = "VAT 20%"
tax.save()
term = create_payment_term()
term.name = "30 days"
term.lines[0].relativedeltas.new(days=30)
term.save()
settings = Model.get("account.configuration")(1)
settings.default_customer_payment_term = term
settings.save()
# Without a payment method no invoice can be paid over RPC.
(cash_journal,) = Model.get("account.journal").find([("type", "=", "cash")])
method = Model.get("account.invoice.payment.method")()
method.name = "Bank transfer"
method.journal = cash_journal
method.credit_account = accounts["cash"]
method.debit_account = accounts["cash"]
method.save()
lap("chart of accounts and fiscal year")

# Products. The code belongs on the template: product.code is computed from it.
Category = Model.get("product.category")
category = Category(name="Goods 20%")
category.accounting = True
category.account_expense = accounts["expense"]
category.account_revenue = accounts["revenue"]
category.customer_taxes.append(tax)
category.save()
(unit,) = Model.get("product.uom").find([("name", "=", "Unit")])
Template = Model.get("product.template")
products = []
for code, name, price, quantity in PRODUCTS:
    template = Template(name=name)
    template.code = code
    template.default_uom = unit
    template.type = "goods"
    template.salable = True
    template.list_price = Decimal(price)
    template.account_category = category
    template.products[0].cost_price = Decimal(price) / 2
    template.save()
    products.append((template.products[0], quantity))

# Stock, by a confirmed inventory of the storage location.
(storage,) = Model.get("stock.location").find([("code", "=", "STO")])
inventory = Model.get("stock.inventory")()
inventory.location = storage
for product, quantity in products:
    if quantity:
        line = inventory.lines.new(product=product)
        line.quantity = float(quantity)
        line.expected_quantity = 0.0
inventory.click("confirm")
lap("products and stock")

Country = Model.get("country.country")
for code, name in COUNTRIES:
    if not Country.find([("code", "=", code)]):
        Country(name=name, code=code).save()

# The service user of the system API.
user = User()
user.name = "Gateway system API"
user.login = os.environ["ERP_USER"]
user.password = os.environ["ERP_PASSWORD"]
Group = Model.get("res.group")
found = Group.find([("name", "in", GROUPS)])
missing = set(GROUPS) - {group.name for group in found}
if missing:
    raise SystemExit(f"no such group: {sorted(missing)}; there are {sorted(g.name for g in Group.find([]))}")
for group in found:
    user.groups.append(group)
user.companies.append(company)
user.company = company
user.save()
lap(f"service user {user.login}")
