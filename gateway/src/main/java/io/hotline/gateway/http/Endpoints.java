package io.hotline.gateway.http;

import java.util.List;

/** Some addresses that belong together. */
public abstract sealed class Endpoints
    permits ChartEndpoints,
        FeedEndpoints,
        RecordEndpoints,
        RuleEndpoints,
        ServiceEndpoints,
        StoryEndpoints,
        StreamEndpoints,
        WebhookEndpoints {

  Endpoints() {}

  abstract List<Route> routes();
}
