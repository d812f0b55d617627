/* pi_digits.py, over a plain big integer: a sign and 32-bit limbs, no library needed.
 *
 * Both quotients of the spigot are small: one guess from the leading limbs, put right by a step or two.
 */
#include "twin.h"

typedef struct {
    uint32_t *limbs;
    integer length;
    bool negative;
} number;

static number with_room(integer limbs)
{
    return (number){allocate((size_t)limbs * sizeof(uint32_t)), 0, false};
}

static void trim(number *a)
{
    while (a->length && a->limbs[a->length - 1] == 0)
        a->length--;
    if (!a->length)
        a->negative = false;
}

static int compare_sizes(const number *a, const number *b)
{
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    for (integer i = a->length - 1; i >= 0; i--)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}

static int compare(const number *a, const number *b)
{
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    int sizes = compare_sizes(a, b);
    return a->negative ? -sizes : sizes;
}

static number times(number a, integer factor)
{
    number result = with_room(a.length + 2);
    bool flip = factor < 0;
    uint64_t by = (uint64_t)(flip ? -factor : factor);
    uint64_t carry = 0;
    for (integer i = 0; i < a.length; i++) {
        carry += a.limbs[i] * by;
        result.limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    result.length = a.length;
    while (carry) {
        result.limbs[result.length++] = (uint32_t)carry;
        carry >>= 32;
    }
    result.negative = a.negative != flip;
    trim(&result);
    return result;
}

static number add_signed(number a, number b, bool b_negative)
{
    integer longer = a.length > b.length ? a.length : b.length;
    number result = with_room(longer + 1);
    if (a.negative == b_negative) {
        uint64_t carry = 0;
        for (integer i = 0; i < longer; i++) {
            carry += (uint64_t)(i < a.length ? a.limbs[i] : 0) + (i < b.length ? b.limbs[i] : 0);
            result.limbs[i] = (uint32_t)carry;
            carry >>= 32;
        }
        result.limbs[longer] = (uint32_t)carry;
        result.length = longer + 1;
        result.negative = a.negative;
    } else {
        bool swap = compare_sizes(&a, &b) < 0;
        const number *big = swap ? &b : &a;
        const number *small = swap ? &a : &b;
        int64_t borrow = 0;
        for (integer i = 0; i < big->length; i++) {
            borrow += (int64_t)big->limbs[i] - (i < small->length ? small->limbs[i] : 0);
            result.limbs[i] = (uint32_t)borrow;
            borrow >>= 32;
        }
        result.length = big->length;
        result.negative = swap ? b_negative : a.negative;
    }
    trim(&result);
    return result;
}

static number plus(number a, number b)
{
    return add_signed(a, b, b.negative);
}

static number minus(number a, number b)
{
    return add_signed(a, b, !b.negative);
}

/* The three highest limbs as a fraction, and the power of two it stands before. */
static double leading(const number *a, integer *exponent)
{
    double value = 0.0;
    integer first = a->length > 3 ? a->length - 3 : 0;
    for (integer i = a->length - 1; i >= first; i--)
        value = value * 4294967296.0 + a->limbs[i];
    *exponent = 32 * first;
    return value;
}

static integer quotient(number a, number b)
{
    integer a_exponent, b_exponent;
    double ratio = leading(&a, &a_exponent) / leading(&b, &b_exponent);
    integer result = (integer)ldexp(ratio, (int)(a_exponent - b_exponent));
    number guess = times(b, result);
    number left = minus(a, guess);
    free(guess.limbs);
    while (left.negative) {
        number more = plus(left, b);
        free(left.limbs);
        left = more;
        result -= 1;
    }
    while (compare(&left, &b) >= 0) {
        number less = minus(left, b);
        free(left.limbs);
        left = less;
        result += 1;
    }
    free(left.limbs);
    return result;
}

static void replace(number *variable, number value)
{
    free(variable->limbs);
    *variable = value;
}

/* x * a + y * b */
static number combine(integer x, number a, integer y, number b)
{
    number left = times(a, x);
    number right = times(b, y);
    number result = plus(left, right);
    free(left.limbs);
    free(right.limbs);
    return result;
}

static number from_integer(integer value)
{
    number one = with_room(1);
    one.limbs[one.length++] = 1;
    number result = times(one, value);
    free(one.limbs);
    return result;
}

WORK char *compute(integer wanted)
{
    number q = from_integer(1), r = from_integer(0), t = from_integer(1);
    integer k = 1, m = 3, x = 3, made = 0;
    char *text = allocate((size_t)wanted + 1);
    while (made < wanted) {
        number sum = combine(4, q, 1, r);
        number left = minus(sum, t);
        number right = times(t, m);
        bool settled = compare(&left, &right) < 0;
        free(sum.limbs);
        free(left.limbs);
        free(right.limbs);
        if (settled) {
            text[made] = (char)('0' + m);
            made += 1;
            number dividend = combine(30, q, 10, r);
            integer next = quotient(dividend, t) - 10 * m;
            free(dividend.limbs);
            replace(&r, combine(10, r, -10 * m, t));
            replace(&q, times(q, 10));
            m = next;
        } else {
            number dividend = combine(7 * k + 2, q, x, r);
            number divisor = times(t, x);
            m = quotient(dividend, divisor);
            free(dividend.limbs);
            free(divisor.limbs);
            replace(&r, combine(2 * x, q, x, r));
            replace(&q, times(q, k));
            replace(&t, times(t, x));
            k = k + 1;
            x = x + 2;
        }
    }
    text[made] = 0;
    free(q.limbs);
    free(r.limbs);
    free(t.limbs);
    return text;
}

int main(int argc, char **argv)
{
    read_arguments(argc, argv, 6000);
    for (int run = 0; run < runs(); run++) {
        char *digits;
        TIMED(digits = compute(size_of_run));
        integer length = (integer)strlen(digits);
        for (integer start = 0; start < length; start += 50) {
            integer stop = start + 50 < length ? start + 50 : length;
            RESULT("%-50.50s %6lld\n", digits + start, (long long)stop);
        }
        free(digits);
    }
}
