from ..numbers import value

doubled = 2 * value
