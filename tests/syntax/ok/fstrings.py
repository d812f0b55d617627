f'a{x}b{{c}}{y!r:>{width}.{n}}' 'd' f"{z = }{w=!s}{v=:5}"
f'{f"{a}" + "b"}{ {1: 2}[1]:x}'
f'''
{a
 + b}'''
f''
fr'\d{x}\n' rf'{y}'
f'{x!s}{x != y}{x:{y}{z}}{lambda_}' f'{(lambda x: 1)}'
f'\N{BULLET}{x}'
f'\{x}' f'{{\}}'
