# Single precision as text, arrays of empty ones, what is close.
import numpy as np
for v in (999999,1000000,123456,9999999,1e7): print(np.array([v,1.5],dtype=np.float32), np.array([v],dtype=np.float32), repr(np.array([v,0],dtype=np.complex64)), np.array([v,1.5]))
print(np.array([1e6,2e6],np.float32), np.array([1e7],np.float32), 50000*np.arange(3,25,7,dtype=np.float32))
print(np.argwhere(np.arange(3)>8).dtype, np.argwhere(np.zeros((2,2))).shape, np.nonzero(np.zeros(3))[0].dtype)
print(repr(np.vectorize(lambda x:x+1)(5)), repr(np.vectorize(lambda x:(x,x))(2)), repr(np.vectorize(str)(3)))
print(np.isclose([True,False],[True,True]), np.isclose(True,True), np.allclose([True],[1]))
for x in ([np.array([],int)], [[],np.array([],np.int8)], (np.zeros((0,2),np.float32),), [[]], [np.array([],bool),np.array([],int)], [np.zeros((2,0),'U3')], [np.array([]),np.array([],int)], [np.zeros((0,),complex)]):
    print(np.array(x).dtype, np.array(x).shape)
print(np.isclose([1,2**53],[1,2**53+1]), np.isclose(np.int8([100]),np.int8([-100])), np.isclose([True],[0.5]), np.isclose(3,3.0000001), np.isclose([np.nan],[np.nan],equal_nan=True))
for t in (np.float32,np.float64,np.complex64):
    for v in (9.9e5,1e6,1e7,9.9e7,1e8):
        print(t.__name__, np.array([v,v/2],dtype=t), np.array([v/1000,v],dtype=t))
np.set_printoptions(precision=3); print(np.array([1e6,2.5],np.float32), np.array([123456.7,2.5],np.float32))
np.set_printoptions(suppress=True); print(np.array([1e6,2.5],np.float32), np.array([1e7,2.5],np.float32),np.array([1e7,2.5]), np.array([1e9,2.5]))
