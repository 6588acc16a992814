difference = mornings[0] - mornings[-1]
