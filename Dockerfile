# The steps of `npm start`: what needs no database is done here, and the rest when a container starts.
FROM node:22-bookworm-slim
RUN mkdir /nabla && chown node:node /nabla
WORKDIR /nabla
USER node
COPY --chown=node:node . .
RUN npm run build
ENV LOG_FILE=-
EXPOSE 3000
# As in package.json, without npm between: a signal reaches the program itself.
CMD ["node", "scripts/start.mjs"]
