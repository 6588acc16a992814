difference = mornings[-1] - mornings[0]
