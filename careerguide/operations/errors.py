"""Define the error that ends an operation with a sentence."""


class OperationError(Exception):
    """Error that the operator can mend: the message says what is wrong, what to do."""
