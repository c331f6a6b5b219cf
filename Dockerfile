# One image per service: docker build --build-arg SERVICE=catalog-service -t limber/catalog-service .
# The first stage is the same for all three, so it runs once.

FROM eclipse-temurin:25-jdk AS build
# Where Maven's distribution comes from when the address in .mvn/wrapper cannot be reached from here
ARG MAVEN_DISTRIBUTION=
WORKDIR /src
COPY . .
RUN [ -z "$MAVEN_DISTRIBUTION" ] \
    || sed -i "s|^distributionUrl=.*|distributionUrl=$MAVEN_DISTRIBUTION|" .mvn/wrapper/maven-wrapper.properties
# Tests have run where there is a database and a broker (./limber test); an image is built from tested sources.
RUN --mount=type=cache,target=/maven \
    MAVEN_USER_HOME=/maven ./mvnw -B -Dmaven.repo.local=/maven/repository -ntp -q -pl catalog-service,routine-service,reminder-service -am package \
      -Dmaven.test.skip=true -Dquarkus.package.jar.appcds.enabled=false -Dspotless.apply.skip=true -Dspotless.check.skip=true

FROM eclipse-temurin:25-jre
ARG SERVICE
LABEL org.opencontainers.image.title="limber-${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
WORKDIR /opt/limber
# From what changes least to what changes most. Owned by root: the service cannot change its own code.
COPY --from=build /src/${SERVICE}/target/quarkus-app/lib/ lib/
COPY --from=build /src/${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /src/${SERVICE}/target/quarkus-app/app/ app/
COPY --from=build /src/${SERVICE}/target/quarkus-app/*.jar ./
COPY deploy/healthy LICENSE deploy/java/service.options ./
COPY deploy/java/${SERVICE}.options memory.options
USER 10001:10001
ENTRYPOINT ["java", "@/opt/limber/service.options", "@/opt/limber/memory.options", "-jar", "/opt/limber/quarkus-run.jar"]
