### knowledge
