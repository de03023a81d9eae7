"""Mails of an invented case; none of them is AWS's text."""

HOLD = """\
Subject: RE: [CASE {case}] account-assistance

Hello {name},

I can see that the account under your work address belongs to an AWS Partner. We can merge it
when you are no longer with the company. Please reply to this mail after your last working day.

Best regards,
Maria
"""

CONFIRM = """\
Subject: RE: [CASE {case}] account-assistance

Hello {name},

Before I merge the accounts, please confirm that the following is right. It can't be undone.

Account #1 (to keep)
Login email: {destination}
Training notification email: {destination}
Certification notification email: {destination}

Account #2 (to be merged and closed)
Login email: {source}
Training notification email: {source}
Certification notification email: {source}

Best regards,
Maria
"""

INFORMATION = """\
Subject: RE: [CASE {case}] account-assistance

Hello {name},

Could you send me the AWS Candidate ID of both accounts, so that I can find them?

Best regards,
Maria
"""

DONE = """\
Subject: RE: [CASE {case}] account-assistance

Hello {name},

I have successfully merged all accounts. Please sign in with {destination} to see your records.

Best regards,
Maria
"""

REJECTED = """\
Subject: RE: [CASE {case}] account-assistance

Hello {name},

We were not able to find an AWS Certification account under {source}, so your request has been
declined.

Best regards,
Maria
"""
