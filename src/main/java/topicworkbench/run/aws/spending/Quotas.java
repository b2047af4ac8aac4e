package topicworkbench.run.aws.spending;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;

/** How many instances of a type the account may use at a time. New accounts often may use no GPU at all. */
final class Quotas {
    private static final String SERVICE = "sagemaker";
    private static final int PAGE = 100;

    private final AwsClients aws;

    Quotas(AwsClients aws) {
        this.aws = aws;
    }

    /** Those that a run needs, as far as they can be found. */
    List<Quota> of(RunSpec spec) {
        return of(needed(spec));
    }

    /** @param needed instances at a time, by the quota's name */
    List<Quota> of(Map<String, Integer> needed) {
        Map<String, ServiceQuota> found = new HashMap<>();
        try {
            collect(found, needed.keySet(), aws.ask("read the quotas", () -> aws.quotas().listServiceQuotasPaginator(request -> request
                    .serviceCode(SERVICE).maxResults(PAGE))).quotas());
            if (found.size() < needed.size()) { // what was never changed is only among the defaults
                collect(found, needed.keySet(), aws.ask("read the default quotas", () -> aws.quotas()
                        .listAWSDefaultServiceQuotasPaginator(request -> request.serviceCode(SERVICE).maxResults(PAGE))).quotas());
            }
        } catch (AwsException e) {
            if (e.kind() == AwsException.Kind.SIGN_IN) {
                throw e;
            }
            found.clear(); // told as unknown; the run may still go
        }
        return needed.entrySet().stream().map(entry -> {
            ServiceQuota quota = found.get(entry.getKey());
            return new Quota(quota == null ? null : quota.quotaCode(), entry.getKey(),
                    quota == null ? Double.NaN : quota.value(), entry.getValue());
        }).toList();
    }

    private void collect(Map<String, ServiceQuota> found, Set<String> names, Iterable<ServiceQuota> quotas) {
        aws.ask("read the quotas", () -> {
            for (ServiceQuota quota : quotas) {
                if (names.contains(quota.quotaName())) {
                    found.putIfAbsent(quota.quotaName(), quota);
                    if (found.size() == names.size()) {
                        break;
                    }
                }
            }
            return null;
        });
    }

    /** Name of a quota, and how many instances the run uses of it at a time. */
    static Map<String, Integer> needed(RunSpec spec) {
        CloudOptions cloud = spec.cloud();
        CloudOptions.Machines machines = cloud.machines();
        Map<String, Integer> needed = new LinkedHashMap<>();
        needed.merge(Use.PROCESSING.quota(cloud.processing().instanceType()), cloud.processing().instances(), Integer::max);
        Use training = machines.spot() ? Use.SPOT_TRAINING : Use.TRAINING;
        if (Trainings.ntm(spec)) {
            int atOnce = cloud.training() == CloudOptions.Training.TUNE ? cloud.tuning().parallelJobs() : 1;
            needed.merge(training.quota(machines.instanceType()), machines.instances() * atOnce, Integer::sum);
        }
        if (Trainings.lda(spec)) {
            needed.merge(training.quota(machines.ldaInstanceType()), 1, Integer::sum);
        }
        if (cloud.endpoint().kind() == CloudOptions.Endpoint.Kind.REAL_TIME) {
            needed.merge(Use.HOSTING.quota(cloud.endpoint().instanceType()), 1, Integer::sum);
        }
        return needed;
    }

    String requestIncrease(Quota quota) {
        if (quota.code() == null) {
            throw new ExplainedException("The quota \"" + quota.name() + "\" was not found, so it cannot be asked for from here.",
                    "Ask in the console: Service Quotas, Amazon SageMaker, " + quota.name() + ".");
        }
        try {
            return "Asked for " + quota.needed() + " of \"" + quota.name() + "\": AWS says " + aws.ask("ask for a higher quota",
                    () -> aws.quotas().requestServiceQuotaIncrease(request -> request.serviceCode(SERVICE).quotaCode(quota.code())
                            .desiredValue((double) quota.needed()))).requestedQuota().statusAsString() + ".";
        } catch (AwsException e) {
            if (e.kind() == AwsException.Kind.EXISTS) {
                return "A request for \"" + quota.name() + "\" is open already; AWS answers by e-mail.";
            }
            throw e;
        }
    }
}
