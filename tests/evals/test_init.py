import evals


def test_what_the_package_offers_is_there():
    assert all(hasattr(evals, name) for name in evals.__all__)
